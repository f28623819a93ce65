package dev.headgate.server.database;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.headgate.server.config.DatabaseConfig;
import jakarta.inject.Singleton;

/** A PostgreSQL database. */
public final class PostgresModule extends AbstractModule {
  @Override
  protected void configure() {
    install(new PoolModule());
  }

  @Provides
  @Singleton
  DatabasePool pool(DatabaseConfig config) {
    return new DatabasePool(config, config.url(), config.user(), config.password());
  }
}
