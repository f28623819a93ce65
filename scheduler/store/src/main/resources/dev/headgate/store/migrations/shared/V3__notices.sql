-- Valid on H2 and on PostgreSQL. What is told once about a dataset, so that it is not told again.

CREATE TABLE hg_notice (
  dataset VARCHAR(500) NOT NULL,
  note VARCHAR(2000) NOT NULL,
  noted_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (dataset, note)
);
