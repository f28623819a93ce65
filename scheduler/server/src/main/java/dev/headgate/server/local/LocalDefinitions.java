package dev.headgate.server.local;

import dev.headgate.definitions.source.Sources;
import dev.headgate.engine.judge.OnPaper;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.ProductName;
import dev.headgate.server.api.CheckedView;
import dev.headgate.server.config.PolicySettings;
import dev.headgate.server.config.Settings;
import dev.headgate.server.config.SettingsLoader;
import dev.headgate.server.definitions.DefinitionModule;
import dev.headgate.server.definitions.DefinitionReader;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import dev.headgate.server.http.Json;
import dev.headgate.server.plugins.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Reads and judges a folder of definitions, as a server with this home would. */
public final class LocalDefinitions {
  private final Installation installation;
  private final Map<String, String> environment;
  private final Clock clock;

  public LocalDefinitions(Installation installation, Map<String, String> environment, Clock clock) {
    this.installation = installation;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  /**
   * What a server says of the definitions by themselves: the JSON of {@code POST /checks}.
   *
   * @param home whose settings say which plugins and site policies there are
   * @param product only this one; empty: all
   * @throws dev.headgate.server.http.InvalidDefinitionsException with all mistakes
   */
  public String check(Home home, Path folder, Optional<ProductName> product) throws IOException {
    Settings settings = new SettingsLoader(environment).load(home.configuration(), Map.of());
    try (LocalPlugins plugins = LocalPlugins.load(installation, settings)) {
      Definitions definitions =
          reader(plugins, settings).read(Sources.readFolder(folder).files(), folder);
      OnPaper paper =
          new OnPaper(
              name -> plugins.loaded().policyLanguages().find(name).map(Registry.Entry::instance));
      return new Json().write(CheckedView.of(paper.check(definitions, product, clock.instant())));
    }
  }

  private DefinitionReader reader(LocalPlugins plugins, Settings settings) {
    return DefinitionModule.reader(
        installation, PolicySettings.from(settings), DefinitionModule.of(plugins.loaded()));
  }
}
