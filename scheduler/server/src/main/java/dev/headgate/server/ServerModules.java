package dev.headgate.server;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import dev.headgate.server.api.ApiModule;
import dev.headgate.server.config.ConfigModule;
import dev.headgate.server.config.DatabaseConfig;
import dev.headgate.server.config.Settings;
import dev.headgate.server.database.H2Module;
import dev.headgate.server.database.PostgresModule;
import dev.headgate.server.definitions.DefinitionModule;
import dev.headgate.server.engine.EngineModule;
import dev.headgate.server.engine.EngineServiceModule;
import dev.headgate.server.health.HealthModule;
import dev.headgate.server.home.HomeModule;
import dev.headgate.server.housekeeping.HousekeepingModule;
import dev.headgate.server.http.HttpModule;
import dev.headgate.server.http.Listener;
import dev.headgate.server.http.ServerFileModule;
import dev.headgate.server.lake.LakeModule;
import dev.headgate.server.metrics.MetricsModule;
import dev.headgate.server.plugins.PluginModule;
import dev.headgate.server.quartz.QuartzModule;
import dev.headgate.server.quartz.QuartzOnH2Module;
import dev.headgate.server.quartz.QuartzOnPostgresModule;
import dev.headgate.server.query.QueryModule;
import dev.headgate.server.store.StoreModule;
import java.util.List;

/** What a server is made of, in the order in which it is started. */
final class ServerModules {
  private ServerModules() {}

  static List<Module> of(ServerOptions options, Settings settings, Listener listener) {
    return List.of(
        new ConfigModule(settings),
        new HomeModule(options.home(), options.installation()),
        database(DatabaseConfig.from(settings)),
        new StoreModule(),
        new LakeModule(),
        new PluginModule(),
        new DefinitionModule(),
        new QueryModule(),
        new MetricsModule(),
        new HealthModule(),
        new ApiModule(),
        new HttpModule(listener),
        new EngineModule(),
        new EngineServiceModule(),
        new HousekeepingModule(),
        new QuartzModule(),
        new ServerFileModule());
  }

  private static Module database(DatabaseConfig config) {
    return config.isPostgres()
        ? Modules.combine(new PostgresModule(), new QuartzOnPostgresModule())
        : Modules.combine(new H2Module(), new QuartzOnH2Module());
  }
}
