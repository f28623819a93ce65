/** RunSpec and RunReport, the JSON between a launcher and a job. Nothing but the JDK. */
package dev.headgate.jobs.protocol;
