package dev.headgate.server.quartz;

import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;

/**
 * What differs between databases.
 *
 * @param delegate Quartz' class for the database
 * @param script resource with Quartz' own tables for it
 */
record QuartzDialect(Class<? extends StdJDBCDelegate> delegate, String script) {}
