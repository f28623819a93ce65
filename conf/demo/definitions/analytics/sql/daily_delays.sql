-- Departures and their delays, by day and airport. A flight counts as delayed from 15 minutes on.
SELECT
  flight_date,
  origin,
  COUNT(*) AS flights,
  SUM(CASE WHEN delay >= 15 THEN 1 ELSE 0 END) AS delayed,
  SUM(delay) AS delay_minutes
FROM operations.flights
GROUP BY flight_date, origin
