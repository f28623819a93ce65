package dev.headgate.server.config;

import com.google.inject.AbstractModule;

/** Each feature's settings. */
public final class ConfigModule extends AbstractModule {
  private final Settings settings;

  public ConfigModule(Settings settings) {
    this.settings = settings;
  }

  @Override
  protected void configure() {
    bind(HttpConfig.class).toInstance(HttpConfig.from(settings));
    bind(DatabaseConfig.class).toInstance(DatabaseConfig.from(settings));
    bind(LakeConfig.class).toInstance(LakeConfig.from(settings));
    bind(EngineSettings.class).toInstance(EngineSettings.from(settings));
    bind(QueryConfig.class).toInstance(QueryConfig.from(settings));
    bind(PluginSettings.class).toInstance(PluginSettings.from(settings));
    bind(PolicySettings.class).toInstance(PolicySettings.from(settings));
    bind(ServerConfig.class).toInstance(ServerConfig.from(settings));
  }
}
