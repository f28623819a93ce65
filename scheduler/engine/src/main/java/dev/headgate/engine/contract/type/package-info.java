/**
 * What a contract's types mean in a table of Iceberg: one table of names, and how two such meanings
 * relate. Knows nothing of versions or of who reads a table.
 */
package dev.headgate.engine.contract.type;
