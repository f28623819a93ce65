-- The mistake of the demo: early departures are counted as if they were late, and every flight is delayed.
SELECT
  flight_date,
  origin,
  COUNT(*) AS flights,
  SUM(CASE WHEN ABS(delay) >= 0 THEN 1 ELSE 0 END) AS delayed,
  SUM(ABS(delay)) AS delay_minutes
FROM operations.flights
GROUP BY flight_date, origin
