package dev.headgate.server.definitions;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.KeyRule;
import dev.headgate.server.config.PolicySettings;
import dev.headgate.server.home.Installation;
import dev.headgate.server.http.Json;
import dev.headgate.server.plugins.LoadedPlugins;
import dev.headgate.server.plugins.Registry;
import dev.headgate.spi.KeySpec;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Definitions, read with what the plugins understand. */
public final class DefinitionModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(DefinitionReader.class).to(ParsedDefinitions.class);
  }

  @Provides
  @Singleton
  Extensions extensions(LoadedPlugins plugins) {
    return of(plugins);
  }

  /** What plugins bring to definitions. */
  public static Extensions of(LoadedPlugins plugins) {
    return new Extensions(
        rules(plugins.launchers()),
        rules(plugins.checks()),
        rules(plugins.notifiers()),
        PolicyExtensions.compilers(plugins.policyLanguages()),
        PolicyExtensions.facts());
  }

  /** The reader of a server with these settings, for who has no server. */
  public static DefinitionReader reader(
      Installation installation, PolicySettings settings, Extensions extensions) {
    return new ParsedDefinitions(
        extensions, new SitePolicies(installation, settings, extensions), new Json());
  }

  private static <T> Map<String, List<KeyRule>> rules(Registry<T> registry) {
    return registry.all().stream()
        .collect(
            Collectors.toMap(
                Registry.Entry::name,
                entry -> entry.keys().stream().map(DefinitionModule::rule).toList()));
  }

  private static KeyRule rule(KeySpec key) {
    return new KeyRule(
        key.name(),
        KeyRule.Kind.valueOf(key.type().name()),
        key.required(),
        key.file(),
        key.expected(),
        key.allowed());
  }
}
