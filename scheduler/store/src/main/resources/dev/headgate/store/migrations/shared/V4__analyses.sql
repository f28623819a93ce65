-- Valid on H2 and on PostgreSQL. What was found in SQL without running it, by the statement's digest.

CREATE TABLE hg_analysis (
  statement VARCHAR(500) PRIMARY KEY,
  against VARCHAR(500) NOT NULL,
  body TEXT NOT NULL
);
