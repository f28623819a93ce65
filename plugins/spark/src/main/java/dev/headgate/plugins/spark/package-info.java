/** Runs SQL on a warm Spark Connect server and applications by spark-submit. */
package dev.headgate.plugins.spark;
