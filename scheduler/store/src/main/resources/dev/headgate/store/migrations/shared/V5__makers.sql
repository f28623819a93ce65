-- The products that ever defined a dataset: promises are found by dataset, whoever makes it now.
CREATE TABLE hg_maker (
  dataset VARCHAR(1000) NOT NULL,
  product VARCHAR(500) NOT NULL,
  PRIMARY KEY (dataset, product)
);
