package dev.headgate.plugins.checks.valid;

import dev.headgate.plugins.checks.compare.Decimals;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Kind;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code minimum} and {@code maximum}, which are valid themselves, and {@code exclusiveMinimum} and
 * {@code exclusiveMaximum}, which are not. In ODCS v3.0 the exclusive ones are true or false and
 * say of the others whether they are.
 */
final class Range {
  private Range() {}

  /** A bound as SQL has it, and to compare with those of metadata. */
  private record Limit(String sql, Comparable<?> value) {}

  static List<Constraint> of(Map<String, Object> arguments, Column column) {
    List<Constraint> constraints = new ArrayList<>();
    side(arguments, "minimum", "exclusiveMinimum", true, column, constraints);
    side(arguments, "maximum", "exclusiveMaximum", false, column, constraints);
    return constraints;
  }

  private static void side(
      Map<String, Object> arguments,
      String inclusive,
      String exclusive,
      boolean lower,
      Column column,
      List<Constraint> into) {
    Object bound = arguments.get(inclusive);
    Object strict = arguments.get(exclusive);
    boolean flag = strict instanceof Boolean;
    if (flag && bound == null) {
      throw new PluginException(exclusive + ": says nothing without " + inclusive);
    }
    if (bound != null) {
      boolean isStrict = Boolean.TRUE.equals(strict);
      into.add(one(bound, isStrict ? exclusive : inclusive, lower, isStrict, column));
    }
    if (strict != null && !flag) {
      into.add(one(strict, exclusive, lower, true, column));
    }
  }

  private static Constraint one(
      Object bound, String key, boolean lower, boolean strict, Column column) {
    Limit limit = limit(bound, key, column);
    String operator = lower ? "<" : ">";
    return new Constraint(
        column.sql() + " " + operator + (strict ? "= " : " ") + limit.sql(),
        isProven(limit, lower, strict, column),
        key + " " + bound,
        Optional.of(column.sql() + (lower ? "" : " DESC")));
  }

  /** The bound with its literal, comparable with the bounds of metadata. */
  private static Limit limit(Object bound, String key, Column column) {
    Kind kind = column.kind();
    if (kind == Kind.UNKNOWN) {
      return bound instanceof Number n
          ? number(Decimals.of(n, key))
          : new Limit(Sql.literal(bound.toString()), bound.toString());
    }
    if (kind == Kind.TEXT) {
      return new Limit(Sql.literal(bound.toString()), bound.toString());
    }
    return parsed(bound instanceof Number n ? Decimals.of(n, key).toPlainString() : bound, kind)
        .orElseThrow(
            () ->
                new PluginException(
                    key
                        + ": "
                        + bound
                        + " cannot be compared with "
                        + column.name()
                        + ", which is of type "
                        + column.type()));
  }

  private static Optional<Limit> parsed(Object text, Kind kind) {
    if (!kind.isNumber()) {
      return Moment.parse(text.toString(), kind)
          .map(m -> new Limit(Sql.literal(m.text()), m.value()));
    }
    try {
      return Optional.of(number(new BigDecimal(text.toString().strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Limit number(BigDecimal number) {
    return new Limit(Sql.literal(number), number);
  }

  /**
   * Whether no value is outside, by the least and the greatest that there is. NaN is greater than
   * any number and not among those.
   */
  private static boolean isProven(Limit limit, boolean lower, boolean strict, Column column) {
    Optional<String> extreme = lower ? column.lower() : column.upper();
    boolean tells = lower || column.kind() != Kind.FLOATING;
    return tells
        && extreme
            .flatMap(text -> parsed(text, column.kind()))
            .filter(
                found -> {
                  int order = compare(found.value(), limit.value());
                  return lower
                      ? order > 0 || (order == 0 && !strict)
                      : order < 0 || (order == 0 && !strict);
                })
            .isPresent();
  }

  @SuppressWarnings("unchecked") // both were parsed for the same kind of column
  private static int compare(Comparable<?> a, Comparable<?> b) {
    return ((Comparable<Object>) a).compareTo(b);
  }
}
