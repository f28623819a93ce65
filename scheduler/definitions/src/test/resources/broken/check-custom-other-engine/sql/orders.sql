SELECT id, day FROM sales.orders_raw
