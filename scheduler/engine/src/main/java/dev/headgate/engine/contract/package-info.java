/**
 * What a contract means for tables, for its next version and for those who read it: {@code
 * Conformance} compares it with a table, {@code ContractDiff} with the version before, {@code
 * Impact} finds the consumers. Pure functions only: what is read from the lake or a store comes in
 * as arguments.
 */
package dev.headgate.engine.contract;
