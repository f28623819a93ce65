/** What a measured value must be: ODCS' operators. Knows neither SQL nor datasets. */
package dev.headgate.plugins.checks.compare;
