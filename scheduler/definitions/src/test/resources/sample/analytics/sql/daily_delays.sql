/* Delays by day and origin; a flight that was cancelled has none; not a second statement. */
WITH flown AS (
  SELECT * FROM operations.flights WHERE NOT cancelled -- it's "quoted" here; too
)
SELECT f.flight_date, f.origin, a.city, count(*) AS flights, avg(f.departure_delay) AS delay
FROM flown f JOIN reference.airports a ON a.iata = f.origin
GROUP BY f.flight_date, f.origin, a.city
