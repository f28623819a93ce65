package dev.headgate.definitions.policy;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.FactType;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.policy.PolicyFixture;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@code *.fixtures.yaml}. */
public final class FixtureReader {
  private static final String LIST = "a list of fixtures";
  private static final String GIVEN = "facts, for example {product: {owners: [ana]}}";
  private static final Keys FILE = Keys.of("fixtures");
  private static final Keys KEYS = Keys.of("policy", "expect", "name", "given");

  private final Values values;
  private final FactReader facts;
  private final FactType.Struct variables;

  public FixtureReader(Problems problems, Extensions extensions) {
    this.values = new Values(problems);
    this.facts = new FactReader(values);
    Map<String, FactType> all = new HashMap<>();
    extensions.facts().values().forEach(all::putAll);
    this.variables = new FactType.Struct("given", all);
  }

  /**
   * A fixture as far as it could be read.
   *
   * @param at where its policy is named
   * @param given where each of its variables is
   */
  public record Draft(PolicyFixture fixture, At at, Map<String, At> given) {}

  /** The fixtures that name a policy. */
  public List<Draft> read(String file, Yaml root) {
    Optional<Section> section =
        Section.of(root, "a file of fixtures", At.startOf(file), FILE, values);
    if (section.isEmpty()) {
      return List.of();
    }
    section.get().require("fixtures", LIST);
    return section.get().items("fixtures", LIST).stream()
        .flatMap(item -> fixture(file, item).stream())
        .toList();
  }

  private Optional<Draft> fixture(String file, Yaml item) {
    Optional<Section> opened = Section.of(item, "a fixture", item.at(), KEYS, values);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    Section s = opened.get();
    s.require("policy", "the id of a policy");
    s.require("expect", "pass or fail");
    s.require("given", GIVEN);
    Optional<Located<String>> policy = s.text("policy", "the id of a policy");
    Optional<Located<String>> expect = s.word("expect", List.of("pass", "fail"));
    Optional<Located<String>> name = s.text("name", "a short name");
    Optional<Yaml> value = s.value("given", GIVEN);
    Map<String, Object> given = value.map(v -> facts.facts(v, "given", variables)).orElse(Map.of());
    Map<String, At> places = new LinkedHashMap<>();
    if (value.orElse(null) instanceof Yaml.Mapping map) {
      map.entries().forEach(e -> places.put(e.key(), e.at()));
    }
    places.keySet().retainAll(given.keySet());
    return policy.map(
        p ->
            new Draft(
                new PolicyFixture(
                    p.value(),
                    name.map(n -> n.value().strip()),
                    expect.filter(e -> e.value().equals("pass")).isPresent(),
                    given,
                    file,
                    item.at().line()),
                p.at(),
                places));
  }
}
