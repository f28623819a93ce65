package dev.headgate.definitions.contract;

import dev.headgate.definitions.check.CheckReader;
import dev.headgate.definitions.check.RulePlace;
import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads {@code quality}. A rule in the standard's words becomes one in a pipeline's, so that both
 * are read by the same reader: older spellings are replaced, what is for people only is left out,
 * properties become columns.
 */
final class QualityReader {
  private static final Map<String, String> OLDER =
      Map.of("duplicateCount", "duplicateValues", "validValues", "invalidValues");
  private static final List<String> MEASURED =
      List.of("type", "name", "description", "id", "dimension", "severity");
  private static final List<String> LIBRARY = List.of("metric", "arguments", "unit");
  private static final List<String> OTHER = List.of("query", "engine", "implementation");

  private static final List<String> OLDER_WORDS =
      List.of(
          "duplicateCount",
          "validValues",
          "rowCount",
          "nullValues",
          "missingValues",
          "invalidValues",
          "duplicateValues");

  private final Set<String> known;
  private final Problems problems;
  private final CheckReader checks;

  QualityReader(ApiVersion version, Problems problems, CheckReader checks) {
    this.known = OdcsShapes.of(version).ruleKeys();
    this.problems = problems;
    this.checks = checks;
  }

  /**
   * Reads the rules of an element.
   *
   * @param column the column of a property that a rule names; empty, and a problem, if there is
   *     none
   */
  CheckReader.Drafts read(
      Checked element, RulePlace place, Function<Yaml.Scalar, Optional<String>> column) {
    List<Yaml> rules = new ArrayList<>();
    for (Checked rule : element.mappings("quality")) {
      // What a rule with a mistaken key compares or measures is not known.
      if (rule.yaml().entries().stream().allMatch(e -> known.contains(e.key())) && isKnown(rule)) {
        rules.add(translated(rule, column));
      }
    }
    return checks.read(rules, place);
  }

  private boolean isKnown(Checked rule) {
    Optional<Yaml> written = rule.value("rule");
    if (written.isEmpty()
        || (written.get() instanceof Yaml.Scalar s && OLDER_WORDS.contains(s.text()))) {
      return true;
    }
    String text = written.get() instanceof Yaml.Scalar s ? s.text() : "";
    problems.add(
        written.get().at(),
        "'rule': unknown value " + written.get().found() + ", " + Suggestion.of(text, OLDER_WORDS));
    return false;
  }

  private Yaml translated(Checked rule, Function<Yaml.Scalar, Optional<String>> column) {
    String type = rule.text("type").orElse("library");
    List<Yaml.Entry> kept = new ArrayList<>();
    for (Yaml.Entry entry : rule.yaml().entries()) {
      String key = entry.key();
      boolean operator = CheckReader.operators().contains(key);
      if (key.equals("query") && entry.value() instanceof Yaml.Scalar query) {
        kept.add(replaced(entry, text(query.at(), query.text().replace("${", "{"))));
      } else if (key.equals("arguments")) {
        kept.add(replaced(entry, columns(entry.value(), column)));
      } else if (MEASURED.contains(key) || OTHER.contains(key) || operator) {
        if (rule.entry(key).isPresent()) {
          kept.add(entry);
        }
      } else if (LIBRARY.contains(key) && (type.equals("library") || !key.equals("unit"))) {
        kept.add(entry);
      }
    }
    rule.entry("rule").ifPresent(older -> older(rule, older, kept));
    return new Yaml.Mapping(rule.at(), List.copyOf(kept));
  }

  /** {@code rule} and {@code validValues} of v3.0. */
  private void older(Checked rule, Yaml.Entry older, List<Yaml.Entry> kept) {
    if (rule.entry("metric").isPresent()) {
      problems.add(
          older.at(), "'rule' is the older name of 'metric': expected one of them, not both");
      return;
    }
    String name = older.value() instanceof Yaml.Scalar s ? s.text() : "";
    Yaml metric =
        OLDER.containsKey(name) ? text(older.value().at(), OLDER.get(name)) : older.value();
    kept.add(new Yaml.Entry("metric", older.at(), metric));
    rule.entry("validValues")
        .ifPresent(
            v ->
                kept.add(
                    new Yaml.Entry("arguments", v.at(), new Yaml.Mapping(v.at(), List.of(v)))));
    if (name.equals("validValues")
        && CheckReader.operators().stream().noneMatch(o -> rule.entry(o).isPresent())) {
      Yaml none = new Yaml.Scalar(older.at(), "0", Yaml.Kind.NUMBER);
      kept.add(new Yaml.Entry("mustBe", older.at(), none));
    }
  }

  private static Yaml columns(Yaml arguments, Function<Yaml.Scalar, Optional<String>> column) {
    if (!(arguments instanceof Yaml.Mapping map)) {
      return arguments;
    }
    return new Yaml.Mapping(
        map.at(),
        map.entries().stream()
            .map(
                e ->
                    e.key().equals("properties") && e.value() instanceof Yaml.Sequence list
                        ? replaced(e, columns(list, column))
                        : e)
            .toList());
  }

  private static Yaml columns(
      Yaml.Sequence properties, Function<Yaml.Scalar, Optional<String>> column) {
    return new Yaml.Sequence(
        properties.at(),
        properties.items().stream()
            .map(
                p ->
                    p instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.TEXT
                        ? text(s.at(), column.apply(s).orElse(s.text()))
                        : p)
            .toList());
  }

  private static Yaml.Entry replaced(Yaml.Entry entry, Yaml value) {
    return new Yaml.Entry(entry.key(), entry.at(), value);
  }

  private static Yaml text(At at, String text) {
    return new Yaml.Scalar(at, text, Yaml.Kind.TEXT);
  }
}
