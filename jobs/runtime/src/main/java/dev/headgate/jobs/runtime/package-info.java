/**
 * The main classes of the processes that the Spark plugin starts: a Spark Connect server, an
 * application in the same JVM, and one below {@code SPARK_HOME}. Each ends itself when the process
 * that started it is gone. What runs in the scheduler has no place here.
 */
package dev.headgate.jobs.runtime;
