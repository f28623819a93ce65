/**
 * What the lake knows, in SQL: the map from names to metadata files, its history, branches, tokens
 * and gates. Nothing here reads or writes a metadata file.
 *
 * <p>Lock order: the lake's row, branches by id, pointers. READ COMMITTED everywhere: what is read
 * under the lock of the lake's row (for main) or of the branch's row (for a branch) cannot change
 * until the transaction ends.
 */
package dev.headgate.catalog.state;
