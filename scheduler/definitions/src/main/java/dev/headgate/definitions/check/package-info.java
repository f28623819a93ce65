/**
 * Checks in ODCS' quality syntax: their metrics, columns, comparisons and names. Where a list of
 * them stands, in a pipeline or elsewhere, is for others to know.
 */
package dev.headgate.definitions.check;
