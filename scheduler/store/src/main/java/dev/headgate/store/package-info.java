/**
 * The ports of {@code dev.headgate.model.store} on JDBC, with their migrations, for H2 and
 * PostgreSQL. SQL and JSON live here and nowhere else in the scheduler; decisions do not live here.
 */
package dev.headgate.store;
