package dev.headgate.definitions.policy;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.FactType;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Utf8;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.definitions.yaml.YamlReader;
import dev.headgate.model.policy.PolicyFixture;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.model.product.Places;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All policies and fixtures of some files: each id is one policy's, each fixture's is there. */
public final class PolicyFiles {
  private final Problems problems;
  private final PolicyReader policyReader;
  private final FixtureReader fixtureReader;
  private final Map<Scope, Map<String, FactType>> facts;
  private final Map<String, PolicyRule> others = new LinkedHashMap<>();
  private final Map<String, PolicyReader.Draft> policies = new LinkedHashMap<>();
  private final List<FixtureReader.Draft> fixtures = new ArrayList<>();
  private boolean allRead = true;

  /**
   * Files that are read.
   *
   * @param others policies from elsewhere, whose ids are taken
   */
  public PolicyFiles(Problems problems, Extensions extensions, List<PolicyRule> others) {
    this.problems = problems;
    this.policyReader = new PolicyReader(problems, extensions);
    this.fixtureReader = new FixtureReader(problems, extensions);
    this.facts = extensions.facts();
    others.forEach(p -> this.others.put(p.id(), p));
  }

  /** Reads a file of policies or of fixtures, whichever it is called. */
  public void read(String file, byte[] content) {
    Optional<Yaml> yaml = YamlReader.read(file, content, problems);
    if (Sources.isFixtures(file)) {
      yaml.ifPresent(y -> fixtures.addAll(fixtureReader.read(file, y)));
      return;
    }
    allRead &= yaml.isPresent();
    int before = problems.count();
    yaml.ifPresent(
        y ->
            policyReader
                .read(file, Utf8.decode(file, content, problems).orElse(""), y)
                .forEach(this::add));
    allRead &= before == problems.count();
  }

  private void add(PolicyReader.Draft draft) {
    String id = draft.policy().id();
    String place = null;
    if (others.containsKey(id)) {
      place = others.get(id).file();
    } else if (policies.putIfAbsent(id, draft) != null) {
      place = policies.get(id).at().place();
    }
    if (place != null) {
      problems.add(
          draft.at(),
          "policy '" + id + "' is already defined in " + place + ": expected an id of its own");
    }
  }

  /** What only shows when all files are seen together. */
  public void check() {
    if (!allRead) {
      return;
    }
    for (FixtureReader.Draft draft : fixtures) {
      String id = draft.fixture().policy();
      if (policies.containsKey(id)) {
        checkGiven(draft, policies.get(id).policy().scope());
      } else {
        problems.add(
            draft.at(),
            "'policy': these files have no policy "
                + Yaml.quoted(id)
                + ", "
                + Suggestion.of(id, policies.keySet()));
      }
    }
  }

  /** What is never there for a policy of the scope can be no example of it. */
  private void checkGiven(FixtureReader.Draft draft, Scope scope) {
    Set<String> variables = new TreeSet<>(facts.getOrDefault(scope, Map.of()).keySet());
    draft
        .given()
        .forEach(
            (name, at) -> {
              if (!variables.contains(name)) {
                problems.add(
                    at,
                    "'given': a policy of scope "
                        + scope.name().toLowerCase(Locale.ROOT)
                        + " has no "
                        + Yaml.quoted(name)
                        + ": expected one of "
                        + String.join(", ", variables));
              }
            });
  }

  /** Those of the files, in their order. */
  public List<PolicyRule> policies() {
    return policies.values().stream().map(PolicyReader.Draft::policy).toList();
  }

  /** Adds where those of the files are. */
  public void places(Places.Builder into) {
    policies.forEach((id, draft) -> into.addPolicy(id, draft.at().toPlace()));
  }

  public List<PolicyFixture> fixtures() {
    return fixtures.stream().map(FixtureReader.Draft::fixture).toList();
  }
}
