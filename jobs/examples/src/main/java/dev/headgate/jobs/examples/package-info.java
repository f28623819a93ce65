/**
 * Spark applications as a user of Headgate writes them: plain Spark, the catalog injected, nothing
 * of Headgate but the optional job protocol.
 */
package dev.headgate.jobs.examples;
