SELECT id, 'Grüße' FROM sales.orders_raw
