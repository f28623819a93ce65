-- How reliable each airport is, over all days.
SELECT
  d.origin AS iata,
  a.name AS airport,
  a.city,
  a.state,
  SUM(d.flights) AS flights,
  ROUND(100.0 * SUM(d.delayed) / SUM(d.flights), 1) AS delayed_percent,
  ROUND(SUM(d.delay_minutes) / SUM(d.flights), 1) AS mean_delay
FROM analytics.daily_delays AS d
LEFT JOIN reference.airports AS a ON a.iata = d.origin
GROUP BY d.origin, a.name, a.city, a.state
