SELECT origin, sum(flights) AS flights, avg(delay) AS delay
FROM analytics.daily_delays
GROUP BY origin
