/** The demo's own Spark application. */
package dev.headgate.jobs.examples;
