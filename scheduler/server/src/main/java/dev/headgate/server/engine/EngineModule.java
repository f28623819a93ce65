package dev.headgate.server.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.headgate.engine.Engine;
import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.drive.HeadgateEngine;
import dev.headgate.engine.drive.Parts;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.store.Store;
import dev.headgate.server.config.EngineSettings;
import dev.headgate.server.home.Home;
import dev.headgate.server.http.Listener;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The engine, with what the server has for it. */
public final class EngineModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Plugins.class).to(EnginePlugins.class);
  }

  @Provides
  @Singleton
  EngineConfig config(EngineSettings settings, Home home, Listener listener) {
    EngineConfig usual = EngineConfig.standard(home.runLogs(), () -> listener.url() + "/iceberg");
    return new EngineConfig(
        settings.parallelRuns(),
        settings.workers(),
        settings.sweepInterval(),
        usual.backOffBase(),
        usual.backOffMax(),
        usual.maxFailures(),
        usual.lostAttempts(),
        usual.checkAttempts(),
        settings.checkTimeout(),
        usual.promotionAttempts(),
        settings.openFor(),
        settings.submitTimeout(),
        usual.stopGrace(),
        usual.logs(),
        usual.catalogUri());
  }

  @Provides
  @Singleton
  Engine engine(Store store, Lake lake, Plugins plugins, EngineConfig config) {
    return new HeadgateEngine(new Parts(store, lake, Clock.systemUTC(), plugins, config));
  }

  @Provides
  RunLogs logs(EngineConfig config) {
    return run -> config.log(run.id());
  }
}
