/**
 * Analyzes SQL on a Spark Connect server with the session's own parser and analyzer: what a query
 * reads, column by column. Asked as a data source, because that is what a Connect client can ask
 * any server for. Nothing here runs a statement or reads a file of data.
 */
package dev.headgate.jobs.runtime.analysis;
