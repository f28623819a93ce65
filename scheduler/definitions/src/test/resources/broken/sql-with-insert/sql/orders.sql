WITH o AS (SELECT id FROM sales.orders_raw)
INSERT INTO sales.orders SELECT id FROM o
