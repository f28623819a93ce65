package dev.headgate.server.plugins;

import dev.headgate.model.product.Job;
import dev.headgate.spi.Check;
import dev.headgate.spi.CheckFactory;
import dev.headgate.spi.EventSink;
import dev.headgate.spi.EventSinkFactory;
import dev.headgate.spi.KeySpec;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.LauncherFactory;
import dev.headgate.spi.Notifier;
import dev.headgate.spi.NotifierFactory;
import dev.headgate.spi.Plugin;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.PolicyLanguage;
import dev.headgate.spi.PolicyLanguageFactory;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.QueryEngineFactory;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes all that one plugin brings and enters it into the registries. */
final class PluginParts {
  private final Plugin plugin;
  private final PluginContext context;
  private final PluginCalls calls;
  private final LoadedPlugins loaded;

  PluginParts(Plugin plugin, PluginContext context, PluginCalls calls, LoadedPlugins loaded) {
    this.plugin = plugin;
    this.context = context;
    this.calls = calls;
    this.loaded = loaded;
  }

  void make() {
    for (QueryEngineFactory factory : plugin.queryEngines()) {
      loaded.queryEngines().checkFree(factory.name());
      enter(
          loaded.queryEngines(),
          QueryEngine.class,
          factory.name(),
          List.of(),
          factory.create(context));
    }
    for (LauncherFactory factory : plugin.launchers()) {
      if (Job.OPEN.equals(factory.jobType())) {
        throw new PluginException(
            "it brings the job type 'open', which is what is built from outside");
      }
      loaded.launchers().checkFree(factory.jobType());
      enter(
          loaded.launchers(),
          Launcher.class,
          factory.jobType(),
          factory.keys(),
          factory.create(context));
    }
    for (CheckFactory factory : plugin.checks()) {
      enter(factory, factory.create(context));
    }
    for (PolicyLanguageFactory factory : plugin.policyLanguages()) {
      loaded.policyLanguages().checkFree(factory.name());
      enter(
          loaded.policyLanguages(),
          PolicyLanguage.class,
          factory.name(),
          List.of(),
          factory.create(context));
    }
    for (NotifierFactory factory : plugin.notifiers()) {
      loaded.notifiers().checkFree(factory.type());
      enter(
          loaded.notifiers(),
          Notifier.class,
          factory.type(),
          factory.keys(),
          factory.create(context));
    }
    for (EventSinkFactory factory : plugin.eventSinks()) {
      loaded.eventSinks().checkFree(factory.name());
      Optional<EventSink> sink = factory.create(context);
      if (sink.isPresent()) {
        enter(loaded.eventSinks(), EventSink.class, factory.name(), List.of(), sink.get());
      }
    }
  }

  /** One instance under each of its types, so that it is known to be one. */
  private void enter(CheckFactory factory, Check check) {
    factory.types().keySet().forEach(loaded.checks()::checkFree);
    String types = String.join(", ", new TreeSet<>(factory.types().keySet()));
    if (check == null) {
      throw new PluginException("it made no Check '" + types + "'; expected one");
    }
    closeLater("Check '" + types + "'", check);
    Check wrapped = calls.wrap(Check.class, check);
    new TreeMap<>(factory.types())
        .forEach(
            (type, keys) ->
                loaded.checks().add(new Registry.Entry<>(type, plugin.name(), keys, wrapped)));
  }

  private <T> void enter(
      Registry<T> registry, Class<T> type, String name, List<KeySpec> keys, T instance) {
    if (instance == null) {
      throw new PluginException(
          "it made no " + type.getSimpleName() + " '" + name + "'; expected one");
    }
    closeLater(type.getSimpleName() + " '" + name + "'", instance);
    registry.add(new Registry.Entry<>(name, plugin.name(), keys, calls.wrap(type, instance)));
  }

  private void closeLater(String what, Object instance) {
    if (instance instanceof AutoCloseable closeable) {
      AutoCloseable close = calls.wrap(AutoCloseable.class, closeable);
      loaded.onClose(what + " of plugin '" + plugin.name() + "'", close);
    }
  }
}
