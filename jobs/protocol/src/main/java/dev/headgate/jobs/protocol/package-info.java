/**
 * What a launcher tells a job ({@link dev.headgate.jobs.protocol.RunSpec}) and what the job tells
 * back ({@link dev.headgate.jobs.protocol.RunReport}), as JSON files whose paths are environment
 * variables. Nothing but the JDK, so that any job can use it.
 */
package dev.headgate.jobs.protocol;
