package dev.headgate.server.local;

import dev.headgate.definitions.PolicyParser;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import dev.headgate.engine.policy.Conditions;
import dev.headgate.engine.policy.PolicyTester;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.policy.PolicyFixture;
import dev.headgate.server.config.PolicySettings;
import dev.headgate.server.config.Settings;
import dev.headgate.server.config.SettingsLoader;
import dev.headgate.server.definitions.DefinitionModule;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import dev.headgate.server.plugins.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tests policies by their fixtures, with the languages that a server would have. */
public final class LocalPolicies {
  private final Installation installation;
  private final Map<String, String> environment;
  private final Clock clock;

  public LocalPolicies(Installation installation, Map<String, String> environment, Clock clock) {
    this.installation = installation;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param folder that was tested
   * @param mistakes in the files, each with its place; nothing was tested unless there is none
   * @param untested policies without fixtures for both outcomes, each in one sentence
   */
  public record Report(
      String folder, List<String> mistakes, List<Fixture> fixtures, List<String> untested) {}

  /**
   * One fixture.
   *
   * @param name empty where it has none
   * @param expect {@code pass} or {@code fail}
   * @param at its file and line
   * @param problem why it did not come out so; empty where it did
   */
  public record Fixture(
      String policy, String name, String expect, String at, boolean passed, String problem) {}

  /**
   * Tests the policies of a folder.
   *
   * @param home whose settings say which plugins there are
   * @param folder empty: the site's policies
   * @throws HeadgateException {@code NOT_FOUND} where there are none
   */
  public Report test(Home home, Optional<Path> folder) throws IOException {
    Settings settings = new SettingsLoader(environment).load(home.configuration(), Map.of());
    Path tested =
        folder.or(() -> PolicySettings.from(settings).folder()).orElseGet(installation::policies);
    Sources sources = Sources.readFolder(tested);
    try (LocalPlugins plugins = LocalPlugins.load(installation, settings)) {
      PolicyParser.Result parsed =
          PolicyParser.parse(sources, DefinitionModule.of(plugins.loaded()), List.of());
      if (!parsed.problems().isEmpty()) {
        List<String> mistakes = parsed.problems().stream().map(Problem::toString).toList();
        return new Report(tested.toString(), mistakes, List.of(), List.of());
      }
      if (parsed.policies().isEmpty()) {
        throw new HeadgateException(
            ErrorCode.NOT_FOUND, tested + " has no policy: expected files called *.policy.yaml");
      }
      Conditions conditions =
          new Conditions(
              name -> plugins.loaded().policyLanguages().find(name).map(Registry.Entry::instance));
      PolicyTester.Report report =
          new PolicyTester(conditions).run(parsed.policies(), parsed.fixtures(), clock.instant());
      return new Report(
          tested.toString(),
          List.of(),
          report.cases().stream().map(LocalPolicies::fixture).toList(),
          report.untested());
    }
  }

  private static Fixture fixture(PolicyTester.Case tested) {
    PolicyFixture fixture = tested.fixture();
    return new Fixture(
        fixture.policy(),
        fixture.name().orElse(""),
        fixture.passes() ? "pass" : "fail",
        fixture.file() + ":" + fixture.line(),
        tested.problem().isEmpty(),
        tested.problem().orElse(""));
  }
}
