package dev.headgate.server.engine;

import dev.headgate.engine.Plugins;
import dev.headgate.server.plugins.LoadedPlugins;
import dev.headgate.server.plugins.Registry;
import dev.headgate.spi.Check;
import dev.headgate.spi.EventSink;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.Notifier;
import dev.headgate.spi.PolicyLanguage;
import dev.headgate.spi.QueryEngine;
import java.util.List;
import java.util.Optional;

/** What the engine finds among the loaded plugins. */
final class PluginLookup implements Plugins {
  private final LoadedPlugins plugins;
  private final String queryEngine;

  PluginLookup(LoadedPlugins plugins, String queryEngine) {
    this.plugins = plugins;
    this.queryEngine = queryEngine;
  }

  @Override
  public Optional<Launcher> launcher(String jobType) {
    return find(plugins.launchers(), jobType);
  }

  @Override
  public Optional<Check> check(String type) {
    return find(plugins.checks(), type);
  }

  @Override
  public Optional<QueryEngine> queryEngine() {
    return find(plugins.queryEngines(), queryEngine);
  }

  @Override
  public Optional<PolicyLanguage> policyLanguage(String name) {
    return plugins.policyLanguages().find(name).map(Registry.Entry::instance);
  }

  @Override
  public Optional<Notifier> notifier(String type) {
    return find(plugins.notifiers(), type);
  }

  @Override
  public List<EventSink> eventSinks() {
    return plugins.eventSinks().all().stream().map(Registry.Entry::instance).toList();
  }

  private static <T> Optional<T> find(Registry<T> registry, String name) {
    return registry.find(name).map(Registry.Entry::instance);
  }
}
