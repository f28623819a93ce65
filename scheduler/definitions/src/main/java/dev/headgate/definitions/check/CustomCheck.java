package dev.headgate.definitions.check;

import dev.headgate.definitions.keys.KeyRule;
import dev.headgate.definitions.keys.TypedEntry;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problem;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Section;
import dev.headgate.definitions.yaml.Section.Keys;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.definitions.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule of {@code type: custom}. The engine {@code headgate} is understood; what a contract says
 * to others is for people.
 */
final class CustomCheck {
  private static final String ENGINE = "headgate";
  private static final Keys KEYS =
      Keys.of(
          "type", "engine", "implementation", "name", "severity", "description", "dimension", "id");
  private static final String IMPLEMENTATION =
      "what is measured, for example {metric: rowCountChange, …}";

  private final Values values;
  private final Map<String, List<KeyRule>> metrics;

  CustomCheck(Values values, Map<String, List<KeyRule>> metrics) {
    this.values = values;
    this.metrics = new TreeMap<>(metrics);
    this.metrics.keySet().removeAll(RulePlace.LIBRARY);
  }

  /** Whether it is for an engine that is not ours, nor ours with a mistake in its name. */
  static boolean isForeign(Yaml item) {
    return CheckReader.find(item, "engine")
        .filter(e -> e instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.TEXT)
        .map(e -> ((Yaml.Scalar) e).text())
        .filter(e -> !e.isBlank() && Suggestion.closest(e, List.of(ENGINE)).isEmpty())
        .isPresent();
  }

  /** What people are told of a rule of another engine: whose it is, and what it is called. */
  Optional<String> foreign(Yaml item) {
    Optional<Section> section =
        Section.of(
            item, "a check of type 'custom'", item.at(), KEYS.and(Comparison.OPERATORS), values);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section s = section.get();
    s.require("implementation", "the rule, as its engine has it");
    Optional<Yaml> rule = s.value("implementation", "the rule, as its engine has it");
    Optional<String> name = s.text("name", "a short name").map(Located::value);
    Optional<String> description = s.text("description", "a text").map(Located::value);
    String said =
        Stream.of(name, description).flatMap(Optional::stream).collect(Collectors.joining(": "));
    return s.text("engine", "the name of an engine")
        .map(
            engine ->
                engine.value()
                    + ": "
                    + (said.isEmpty() ? rule.map(Yaml::found).orElse("a rule") : said));
  }

  /** The rule itself; empty where its engine is none of ours. */
  Optional<Section> open(Yaml item) {
    Optional<Section> section =
        Section.of(item, "a check of type 'custom'", item.at(), KEYS, values);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section s = section.get();
    s.require("engine", ENGINE);
    s.require("implementation", IMPLEMENTATION);
    return s.text("engine", ENGINE)
        .filter(
            engine -> {
              boolean ours = engine.value().equals(ENGINE);
              if (!ours) {
                values
                    .problems()
                    .add(
                        engine.at(),
                        "'engine': "
                            + Yaml.quoted(engine.value())
                            + " is not supported: expected engine headgate");
              }
              return ours;
            })
        .map(engine -> s);
  }

  /** What the rule has under {@code implementation}: a mapping, or a text that is one. */
  Optional<TypedEntry.Opened> implementation(Section rule, RulePlace place) {
    Optional<Yaml.Entry> entry = rule.entry("implementation", IMPLEMENTATION);
    Optional<Yaml> value =
        entry.flatMap(
            e ->
                e.value() instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.TEXT
                    ? parsed(s)
                    : Optional.of(e.value()));
    return value.flatMap(
        v ->
            new TypedEntry(
                    "metric",
                    Keys.of("metric").and(Comparison.OPERATORS),
                    CheckSettings.topLevel(metrics),
                    values)
                .open(takesColumn(v) ? place.completed(v) : v, "'implementation'", v.at()));
  }

  private boolean takesColumn(Yaml implementation) {
    return CheckReader.find(implementation, "metric")
        .filter(
            m ->
                m instanceof Yaml.Scalar s
                    && metrics.getOrDefault(s.text(), List.of()).stream()
                        .anyMatch(k -> k.name().equals(RulePlace.COLUMN)))
        .isPresent();
  }

  /** Problems in the text are reported where it begins. */
  private Optional<Yaml> parsed(Yaml.Scalar text) {
    Problems inside = new Problems();
    Optional<Yaml> parsed =
        YamlReader.read(text.at().file(), text.text().getBytes(StandardCharsets.UTF_8), inside);
    for (Problem problem : inside.report()) {
      values
          .problems()
          .add(
              text.at(),
              "'implementation': line " + problem.line() + " of it: " + problem.message());
    }
    return inside.count() > 0 ? Optional.empty() : parsed.map(y -> placed(y, text.at()));
  }

  private static Yaml placed(Yaml value, At at) {
    if (value instanceof Yaml.Mapping map) {
      return new Yaml.Mapping(
          at,
          map.entries().stream()
              .map(e -> new Yaml.Entry(e.key(), at, placed(e.value(), at)))
              .toList());
    }
    if (value instanceof Yaml.Sequence list) {
      return new Yaml.Sequence(at, list.items().stream().map(i -> placed(i, at)).toList());
    }
    Yaml.Scalar scalar = (Yaml.Scalar) value;
    return new Yaml.Scalar(at, scalar.text(), scalar.kind());
  }
}
