-- Airports, one row for each IATA code.
SELECT iata, name, city, state, latitude, longitude
FROM reference.airports_raw
WHERE iata IS NOT NULL;
