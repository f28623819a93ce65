package dev.headgate.server.quartz;

import com.google.inject.AbstractModule;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;

/** Quartz' tables in PostgreSQL. */
public final class QuartzOnPostgresModule extends AbstractModule {
  static final QuartzDialect DIALECT =
      new QuartzDialect(
          PostgreSQLDelegate.class, "/org/quartz/impl/jdbcjobstore/tables_postgres.sql");

  @Override
  protected void configure() {
    bind(QuartzDialect.class).toInstance(DIALECT);
  }
}
