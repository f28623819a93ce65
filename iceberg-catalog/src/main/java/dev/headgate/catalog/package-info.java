/** A versioned lake: instants, branches and atomic promotion of Iceberg tables, over JDBC. */
package dev.headgate.catalog;
