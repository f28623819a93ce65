/** The Spark applications that Headgate ships. */
package dev.headgate.jobs.runtime;
