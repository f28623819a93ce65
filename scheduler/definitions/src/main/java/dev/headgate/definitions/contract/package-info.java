/**
 * Contracts: ODCS documents to what is promised about datasets. {@code OdcsShapes} says which keys
 * the standard has, by its version; the readers beside it make the typed model of what Headgate
 * uses: columns, rules, relationships, service levels. Which dataset a contract is for, and what
 * its relationships point to, is known once all files are seen ({@code Contracts}).
 */
package dev.headgate.definitions.contract;
