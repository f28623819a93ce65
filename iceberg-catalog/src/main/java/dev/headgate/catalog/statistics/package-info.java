/**
 * What a table's metadata and manifests tell of its rows, exactly or not at all; no data file is
 * opened. Pure Iceberg: nothing of views, branches or databases is known here.
 */
package dev.headgate.catalog.statistics;
