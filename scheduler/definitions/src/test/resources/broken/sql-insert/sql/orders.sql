
INSERT INTO sales.orders
SELECT id, day FROM sales.orders_raw
