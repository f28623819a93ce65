package dev.headgate.server.quartz;

import com.google.inject.AbstractModule;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;

/** Quartz' tables in H2. */
public final class QuartzOnH2Module extends AbstractModule {
  static final QuartzDialect DIALECT =
      new QuartzDialect(StdJDBCDelegate.class, "/org/quartz/impl/jdbcjobstore/tables_h2.sql");

  @Override
  protected void configure() {
    bind(QuartzDialect.class).toInstance(DIALECT);
  }
}
