/**
 * How a release changes: state, audit row and event in one transaction. Knows no lake and no
 * plugin.
 */
package dev.headgate.engine.ledger;
