package dev.headgate.server.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.headgate.engine.Engine;
import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.drive.HeadgateEngine;
import dev.headgate.engine.drive.Parts;
import dev.headgate.engine.guard.ReleaseGuard;
import dev.headgate.model.lake.CommitGuard;
import dev.headgate.model.lake.DatasetLabels;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.store.Store;
import dev.headgate.server.config.EngineSettings;
import dev.headgate.server.config.QueryConfig;
import dev.headgate.server.home.Home;
import dev.headgate.server.http.Listener;
import dev.headgate.server.lifecycle.Service;
import dev.headgate.server.plugins.LoadedPlugins;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The engine, on the server's store, lake and plugins; it also guards what releases write, and
 * labels what readers see.
 */
public final class EngineModule extends AbstractModule {
  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), Service.class).addBinding().to(LakeWatch.class);
    OptionalBinder.newOptionalBinder(binder(), CommitGuard.class)
        .setBinding()
        .to(ReleaseGuard.class);
    OptionalBinder.newOptionalBinder(binder(), DatasetLabels.class)
        .setBinding()
        .to(EngineLabels.class);
  }

  @Provides
  @Singleton
  EngineConfig config(EngineSettings settings, Home home, Listener listener) {
    EngineConfig standard =
        EngineConfig.standard(home.runLogs(), () -> listener.url() + "/iceberg");
    return new EngineConfig(
        settings.parallelRuns(),
        settings.workers(),
        settings.sweepInterval(),
        standard.backOffBase(),
        standard.backOffMax(),
        standard.maxFailures(),
        standard.lostAttempts(),
        standard.checkAttempts(),
        settings.checkTimeout(),
        standard.promotionAttempts(),
        settings.openFor(),
        settings.submitTimeout(),
        standard.stopGrace(),
        standard.logs(),
        standard.catalogUri());
  }

  @Provides
  @Singleton
  Engine engine(
      Store store, Lake lake, LoadedPlugins plugins, QueryConfig queries, EngineConfig config) {
    return new HeadgateEngine(
        new Parts(
            store, lake, new PluginLookup(plugins, queries.engine()), Clock.systemUTC(), config));
  }

  @Provides
  @Singleton
  ReleaseGuard guard(Store store) {
    return new ReleaseGuard(store);
  }

  @Provides
  @Singleton
  RunLogs logs(EngineConfig config) {
    return run -> config.log(run.id());
  }
}
