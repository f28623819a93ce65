package dev.headgate.server.housekeeping;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import dev.headgate.model.store.Store;
import dev.headgate.server.config.EngineSettings;
import dev.headgate.server.home.Home;
import dev.headgate.server.lifecycle.Service;
import dev.headgate.store.JdbcStore;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Old events and old output of runs go, every hour. */
public final class HousekeepingModule extends AbstractModule {
  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), Service.class).addBinding().to(Housekeeping.class);
  }

  @Provides
  @Singleton
  Housekeeping housekeeping(JdbcStore store, OldLogs logs) {
    return new Housekeeping(store, logs, Clock.systemUTC(), Housekeeping.EVERY);
  }

  @Provides
  @Singleton
  OldLogs logs(Store store, Home home, KeptLogs kept) {
    return new OldLogs(store, home.runLogs(), kept);
  }

  @Provides
  @Singleton
  KeptLogs kept(EngineSettings settings) {
    return new KeptLogs(settings.keepLogs(), Clock.systemUTC());
  }
}
