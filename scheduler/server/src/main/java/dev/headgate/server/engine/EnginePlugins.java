package dev.headgate.server.engine;

import dev.headgate.engine.Plugins;
import dev.headgate.server.config.QueryConfig;
import dev.headgate.server.plugins.LoadedPlugins;
import dev.headgate.server.plugins.Registry;
import dev.headgate.spi.Check;
import dev.headgate.spi.EventSink;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.Notifier;
import dev.headgate.spi.QueryEngine;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The loaded plugins as the engine looks them up. */
final class EnginePlugins implements Plugins {
  private final LoadedPlugins plugins;
  private final QueryConfig queries;

  @Inject
  EnginePlugins(LoadedPlugins plugins, QueryConfig queries) {
    this.plugins = plugins;
    this.queries = queries;
  }

  @Override
  public Optional<Launcher> launcher(String jobType) {
    return plugins.launchers().find(jobType).map(Registry.Entry::instance);
  }

  @Override
  public Optional<Check> check(String type) {
    return plugins.checks().find(type).map(Registry.Entry::instance);
  }

  @Override
  public Optional<QueryEngine> queryEngine() {
    return plugins.queryEngines().find(queries.engine()).map(Registry.Entry::instance);
  }

  @Override
  public Optional<Notifier> notifier(String type) {
    return plugins.notifiers().find(type).map(Registry.Entry::instance);
  }

  @Override
  public List<EventSink> eventSinks() {
    return plugins.eventSinks().all().stream().map(Registry.Entry::instance).toList();
  }
}
