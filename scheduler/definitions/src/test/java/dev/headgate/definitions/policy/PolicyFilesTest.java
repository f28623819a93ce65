package dev.headgate.definitions.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.DefinitionParser;
import dev.headgate.definitions.ParseResult;
import dev.headgate.definitions.ParseResult.Parsed;
import dev.headgate.definitions.PolicyParser;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyFixture;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.model.product.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What valid files of policies and fixtures say. */
class PolicyFilesTest {
  private static final String POLICIES =
      """
      policies:
        - id: owned
          scope: product
          rule: a
          message: nobody owns it
        - id: small
          scope: release
          severity: warning
          language: toy
          description: Large steps are looked at.
          rule: |
            b &&
              c
          message: it is large
      """;
  private static final String FIXTURES =
      """
      fixtures:
        - policy: owned
          expect: pass
          name: by two
          given:
            now: 2026-07-01T00:00:00Z
            product:
              name: ""
              owners: [ana, ben]
              share: 1
              public: false
              age: PT26H
              datasets: [{name: a.b, rows: 7}, {}]
              properties: {tier: gold}
        - policy: small
          expect: fail
          given: {}
      """;
  private static final PolicyRule SITE =
      new PolicyRule("site", Scope.DATASET, Severity.ERROR, "cel", "a", "m", "s.policy.yaml", 3);

  @Test
  void policiesAreAsWritten() {
    PolicyParser.Result result = parse(POLICIES, FIXTURES);

    assertThat(result.problems()).isEmpty();
    assertThat(result.policies())
        .containsExactly(
            new PolicyRule(
                "owned",
                Scope.PRODUCT,
                Severity.ERROR,
                "cel",
                "a",
                "nobody owns it",
                "x.policy.yaml",
                4),
            new PolicyRule(
                "small",
                Scope.RELEASE,
                Severity.WARNING,
                "toy",
                "b &&\n  c\n",
                "it is large",
                "x.policy.yaml",
                11));
  }

  @Test
  void fixturesHaveFactsOfTheirTypes() {
    PolicyParser.Result result = parse(POLICIES, FIXTURES);

    Map<String, Object> product =
        Map.of(
            "name", "",
            "owners", List.of("ana", "ben"),
            "share", 1.0,
            "public", false,
            "age", Duration.ofHours(26),
            "datasets", List.of(Map.of("name", "a.b", "rows", 7L), Map.of()),
            "properties", Map.of("tier", "gold"));
    assertThat(result.fixtures())
        .containsExactly(
            new PolicyFixture(
                "owned",
                Optional.of("by two"),
                true,
                Map.of("now", Instant.parse("2026-07-01T00:00:00Z"), "product", product),
                "x.fixtures.yaml",
                2),
            new PolicyFixture("small", Optional.empty(), false, Map.of(), "x.fixtures.yaml", 15));
  }

  @Test
  void aFixtureMayGiveWhatItsPolicysScopeHas() {
    PolicyParser.Result result =
        parse(
            POLICIES.replace("scope: product\n    rule: a", "scope: dataset\n    rule: dataset"),
            FIXTURES.replace(
                "product:\n        name", "dataset: {name: a.b}\n      product:\n        name"));

    assertThat(result.problems()).isEmpty();
    assertThat(result.fixtures().get(0).given())
        .containsEntry("dataset", Map.of("name", "a.b"))
        .containsKey("product");
  }

  @Test
  void definitionsHaveTheSitesPoliciesAndTheirOwn(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("domain.yaml"), "domain: a\nowners: [ana]\n");
    Files.createDirectory(folder.resolve("policies"));
    Files.writeString(folder.resolve("policies/x.policy.yaml"), POLICIES);
    Files.writeString(folder.resolve("policies/x.fixtures.yaml"), FIXTURES);

    ParseResult result =
        DefinitionParser.parse(Sources.readFolder(folder), Toy.EXTENSIONS, List.of(SITE));

    assertThat(((Parsed) result).definitions().policies())
        .extracting(PolicyRule::id)
        .containsExactly("site", "owned", "small");
  }

  @Test
  void anIdIsOnePolicysOverBoth() {
    ParseResult result =
        DefinitionParser.parse(
            Sources.of(
                Map.of(
                    "domain.yaml", bytes("domain: a\nowners: [ana]\n"),
                    "x.policy.yaml", bytes(POLICIES.replace("id: small", "id: site")))),
            Toy.EXTENSIONS,
            List.of(SITE));

    assertThat(((ParseResult.Invalid) result).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "x.policy.yaml:6:9: policy 'site' is already defined in s.policy.yaml: expected an id"
                + " of its own");
  }

  @Test
  void policiesHavePlacesButForThoseOfTheSite() {
    ParseResult result =
        DefinitionParser.parse(
            Sources.of(
                Map.of(
                    "domain.yaml", bytes("domain: a\nowners: [ana]\n"),
                    "x.policy.yaml", bytes(POLICIES))),
            Toy.EXTENSIONS,
            List.of(SITE));

    Places places = ((Parsed) result).definitions().places();
    assertThat(places.ofPolicy("owned")).contains(new Places.Place("x.policy.yaml", 2, 9));
    assertThat(places.ofPolicy("small")).contains(new Places.Place("x.policy.yaml", 6, 9));
    assertThat(places.ofPolicy("site")).isEmpty();
  }

  @Test
  void aPolicyThatCannotBeReadIsNotMissedByItsFixtures() {
    PolicyParser.Result result = parse(POLICIES.replace("id: owned", "id: ''"), FIXTURES);

    assertThat(result.problems()).hasSize(1);
  }

  private static PolicyParser.Result parse(String policies, String fixtures) {
    return PolicyParser.parse(
        Sources.of(Map.of("x.policy.yaml", bytes(policies), "x.fixtures.yaml", bytes(fixtures))),
        Toy.EXTENSIONS,
        List.of());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
