package dev.headgate.engine.contract;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A rule of a contract, taken apart into what it measures and what it asks of that.
 *
 * @param subject all settings but the comparison
 */
record Rule(CheckSpec spec, Map<String, Object> subject, Optional<Range> range) {
  static Rule of(CheckSpec spec) {
    Map<String, Object> subject = new TreeMap<>(spec.settings());
    subject.keySet().removeIf(Range::isOperator);
    subject.computeIfPresent(
        "query", (k, query) -> query.toString().strip().replaceAll("\\s+", " "));
    return new Rule(spec, subject, Range.of(spec));
  }

  boolean measuresWhat(Rule other) {
    return spec.type().equals(other.spec.type()) && subject.equals(other.subject);
  }

  boolean isCalledAs(Rule other) {
    return spec.name().equalsIgnoreCase(other.spec.name());
  }

  boolean blocks() {
    return spec.severity() == Severity.ERROR;
  }

  boolean isRelationship() {
    return spec.type().equals("relationship");
  }

  /** How what it lets pass relates to what the other does. */
  Shift to(Rule after) {
    if (!spec.type().equals(after.spec.type())) {
      return Shift.OTHER;
    }
    return subjects(after).and(comparisons(after));
  }

  private Shift comparisons(Rule after) {
    if (range.isPresent() && after.range.isPresent()) {
      return range.get().to(after.range.get());
    }
    return spec.settings().equals(after.spec.settings()) ? Shift.SAME : Shift.OTHER;
  }

  /** The same, or valid values that are more or fewer, none of which the other rule counts. */
  private Shift subjects(Rule after) {
    if (subject.equals(after.subject)) {
      return Shift.SAME;
    }
    Map<String, Object> was = new TreeMap<>(arguments());
    Map<String, Object> is = new TreeMap<>(after.arguments());
    boolean valid =
        spec.type().equals("invalidValues")
            && was.remove("validValues") instanceof List<?>
            && is.remove("validValues") instanceof List<?>;
    Map<String, Object> rest = new TreeMap<>(subject);
    Map<String, Object> others = new TreeMap<>(after.subject);
    rest.remove("arguments");
    others.remove("arguments");
    boolean upTo =
        range.filter(Range::isZero).isPresent() && after.range.filter(Range::isZero).isPresent();
    if (!valid || !upTo || !was.equals(is) || !rest.equals(others)) {
      return Shift.OTHER;
    }
    Collection<?> old = (Collection<?>) arguments().get("validValues");
    Collection<?> now = (Collection<?>) after.arguments().get("validValues");
    return Shift.of(now.containsAll(old), old.containsAll(now));
  }

  Map<String, Object> arguments() {
    Map<String, Object> arguments = new TreeMap<>();
    if (subject.get("arguments") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> arguments.put(key.toString(), value));
    }
    return arguments;
  }

  /** The columns that it names. */
  List<String> columns() {
    List<String> columns = new ArrayList<>();
    if (subject.get("column") instanceof String column) {
      columns.add(column);
    }
    for (String key : List.of("columns", "properties")) {
      boolean ofAnother = isRelationship() && key.equals("properties");
      if (!ofAnother && arguments().get(key) instanceof Collection<?> names) {
        names.forEach(name -> columns.add(name.toString()));
      }
    }
    return List.copyOf(columns);
  }

  /** What it asks, in the words of the contract: {@code nullValues(state), mustBe: 0}. */
  String text() {
    Map<String, Object> settings = new TreeMap<>(subject);
    Object column = settings.remove("column");
    settings.remove("arguments");
    StringBuilder text = new StringBuilder(spec.type());
    if (column != null) {
      text.append('(').append(column).append(')');
    }
    settings.forEach((key, value) -> append(text, key, value));
    arguments().forEach((key, value) -> append(text, key, value));
    spec.settings().entrySet().stream()
        .filter(e -> Range.isOperator(e.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> append(text, e.getKey(), e.getValue()));
    return text.toString();
  }

  private static void append(StringBuilder text, String key, Object value) {
    text.append(", ").append(key).append(": ").append(InYaml.of(value));
  }
}
