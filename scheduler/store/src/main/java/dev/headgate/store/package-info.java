/** JDBC stores and their migrations, on H2 and PostgreSQL. */
package dev.headgate.store;
