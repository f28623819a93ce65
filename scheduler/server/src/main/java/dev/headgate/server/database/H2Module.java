package dev.headgate.server.database;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.headgate.server.config.DatabaseConfig;
import dev.headgate.server.home.Home;
import jakarta.inject.Singleton;

/** An H2 file in the server's home. */
public final class H2Module extends AbstractModule {
  private static final String DURABLE = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";

  @Override
  protected void configure() {
    install(new PoolModule());
  }

  /**
   * {@code WRITE_DELAY=0} makes an acknowledged commit durable; H2 does not close by itself, since
   * the server closes it last.
   */
  @Provides
  @Singleton
  DatabasePool pool(Home home, DatabaseConfig config) {
    return new DatabasePool(config, "jdbc:h2:file:" + home.database() + DURABLE, "headgate", "");
  }
}
