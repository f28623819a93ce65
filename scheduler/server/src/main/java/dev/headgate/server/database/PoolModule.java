package dev.headgate.server.database;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import dev.headgate.server.lifecycle.Service;
import javax.sql.DataSource;

/** What both kinds of database share. */
final class PoolModule extends AbstractModule {
  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), Service.class).addBinding().to(DatabaseService.class);
  }

  @Provides
  DataSource connections(DatabasePool pool) {
    return pool.connections();
  }
}
