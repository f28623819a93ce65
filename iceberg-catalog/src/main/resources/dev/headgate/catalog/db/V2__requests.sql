-- Requests of the REST endpoint that were carried out, by the key that a client repeats them with. A row is written in
-- the transaction that carries its request out.
CREATE TABLE lake_request (
  warehouse VARCHAR(255) NOT NULL,
  request_key VARCHAR(64) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  at_millis BIGINT NOT NULL,
  PRIMARY KEY (warehouse, request_key)
);
CREATE INDEX lake_request_at ON lake_request (at_millis);
