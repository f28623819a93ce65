SELECT 1 AS id, 'Good morning' AS greeting, CAST('2001-06-24' AS DATE) AS day
UNION ALL
SELECT 2, 'Good evening', CAST('2001-06-24' AS DATE)
