-- Clean orders; twice
SELECT id, day FROM sales.orders_raw;
  SELECT 1;
