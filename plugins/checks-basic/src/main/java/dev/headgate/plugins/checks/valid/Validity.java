package dev.headgate.plugins.checks.valid;

import dev.headgate.plugins.checks.metric.TextMatch;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.spi.PluginException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is asked of the values of one column. */
public final class Validity {
  private static final String EXPECTED =
      "validValues, pattern, minimum, maximum, minLength, maxLength, multipleOf, format, minItems,"
          + " maxItems, uniqueItems, minProperties, maxProperties or required";

  private final Column column;
  private final List<Constraint> constraints;
  private final List<String> unchecked;

  private Validity(Column column, List<Constraint> constraints, List<String> unchecked) {
    this.column = column;
    this.constraints = List.copyOf(constraints);
    this.unchecked = List.copyOf(unchecked);
  }

  /**
   * Reads {@code arguments}.
   *
   * @throws PluginException if one of them is wrong, or says nothing about such a column
   */
  public static Validity of(Map<String, Object> arguments, Column column) {
    List<Constraint> constraints = new ArrayList<>(Range.of(arguments, column));
    List<String> unchecked = new ArrayList<>();
    arguments.forEach(
        (key, value) -> {
          switch (key) {
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> {
              // Read together, above.
            }
            case "validValues" -> constraints.add(Listed.valid(value, column));
            case "pattern" -> constraints.add(Shape.pattern(value, column));
            case "multipleOf" -> constraints.add(Multiple.of(value, column));
            case "minLength",
                "maxLength",
                "minItems",
                "maxItems",
                "minProperties",
                "maxProperties" ->
                constraints.add(Size.of(key, value, column));
            case "uniqueItems" -> Size.unique(value, column).ifPresent(constraints::add);
            case "required" -> constraints.add(Size.required(value, column));
            case "format" ->
                Format.of(value, column)
                    .ifPresentOrElse(
                        constraints::addAll, () -> unchecked.add("the format " + value));
            case "timezone", "defaultTimezone" -> unchecked.add("the " + key);
            default ->
                throw new PluginException("arguments: unknown '" + key + "', expected " + EXPECTED);
          }
        });
    if (constraints.isEmpty() && unchecked.isEmpty() && arguments.isEmpty()) {
      throw new PluginException("arguments: found none, expected " + EXPECTED);
    }
    return new Validity(column, constraints, unchecked);
  }

  /** Whether there is anything that can be checked. */
  public boolean isChecked() {
    return !constraints.isEmpty();
  }

  /** What can't be checked, in words; may be empty. */
  public String unchecked() {
    return unchecked.isEmpty() ? "" : String.join(" and ", unchecked) + " is not checked";
  }

  /** In words; what takes several conditions is said once. */
  public String phrase() {
    return constraints.stream()
        .map(Constraint::phrase)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Whether metadata proves that all values are valid. */
  public boolean isProven() {
    return column.isEmpty() || constraints.stream().allMatch(Constraint::proven);
  }

  /**
   * A condition that holds for rows with an invalid value. It is the same whatever metadata proves,
   * as it is asked of the state before, too.
   */
  public String violation() {
    String any =
        constraints.stream()
            .map(c -> "(" + c.violation() + ")")
            .collect(Collectors.joining(" OR "));
    return column.sql() + " IS NOT NULL AND (" + any + ")";
  }

  /** The matches against regular expressions in that condition. */
  public List<TextMatch> matches() {
    return constraints.stream().flatMap(c -> c.match().stream()).toList();
  }

  /** An order with the worst values first, as far as there is one. */
  public List<String> worstFirst() {
    Stream<String> worst =
        constraints.stream().filter(c -> !c.proven()).flatMap(c -> c.worstFirst().stream());
    Stream<String> any = column.kind().isOrdered() ? Stream.of(column.sql()) : Stream.empty();
    return Stream.concat(worst, any).distinct().limit(1).toList();
  }

  /**
   * A condition that holds for rows without a value: null, or one of those listed.
   *
   * @throws PluginException if {@code values} is no list of single values
   */
  public static String missing(Object values, Column column) {
    return Listed.any(values, "missingValues", column)
        .map(listed -> column.sql() + " IS NULL OR " + listed)
        .orElse(column.sql() + " IS NULL");
  }

  /** Whether nothing but null counts as missing in such a column. */
  public static boolean onlyNullIsMissing(Object values, Column column) {
    return Listed.any(values, "missingValues", column).isEmpty();
  }
}
