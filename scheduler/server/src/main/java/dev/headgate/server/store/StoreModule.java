package dev.headgate.server.store;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.headgate.model.store.Store;
import dev.headgate.store.JdbcStore;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The store; its tables are brought up to date when it is made. */
public final class StoreModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Store.class).to(JdbcStore.class);
  }

  @Provides
  @Singleton
  JdbcStore store(DataSource database) {
    return JdbcStore.open(database);
  }
}
