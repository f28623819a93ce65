/**
 * SQL as Spark has it: names, literals, and queries through {@link dev.headgate.spi.QueryEngine}.
 * Nothing here knows a rule.
 */
package dev.headgate.plugins.checks.sql;
