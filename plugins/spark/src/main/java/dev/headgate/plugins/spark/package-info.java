/**
 * Spark for Headgate: {@code spark-sql} and queries on a warm Spark Connect server, {@code
 * spark-app} by {@code spark-submit}. Lives in a class loader of its own; the Spark driver is
 * always another process, and no server-side class of Spark may be used here.
 */
package dev.headgate.plugins.spark;
