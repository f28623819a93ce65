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
    Kind kind = column.kind();
    if (kind.isNumber() || (kind == Kind.UNKNOWN && bound instanceof Number)) {
      return number(key, new Bound(number(bound, key, column), lower, strict), column);
    }
    String text = bound instanceof Number n ? Decimals.text(Decimals.of(n, key)) : bound.toString();
    if (kind == Kind.TEXT || kind == Kind.UNKNOWN) {
      return constraint(key + " " + text, lower, strict, Sql.literal(text), false, column);
    }
    Moment limit = Moment.parse(text, kind).orElseThrow(() -> incomparable(key, text, column));
    boolean proven =
        extreme(lower, column)
            .flatMap(found -> Moment.parse(found, kind))
            .filter(found -> holds(found.compareTo(limit), lower, strict))
            .isPresent();
    // What is compared without a zone is shown without one.
    String shown = kind == Kind.LOCAL_TIMESTAMP ? limit.text() : text;
    return constraint(key + " " + shown, lower, strict, Sql.literal(limit.text()), proven, column);
  }

  private static BigDecimal number(Object bound, String key, Column column) {
    return bound instanceof Number number
        ? Decimals.of(number, key)
        : Decimals.parse(bound.toString())
            .orElseThrow(() -> incomparable(key, bound.toString(), column));
  }

  /** NaN is greater than any number, and not among the bounds that metadata tells. */
  private static Constraint number(String key, Bound bound, Column column) {
    boolean tells = bound.lower() || !column.kind().isFloating();
    boolean proven =
        tells
            && extreme(bound.lower(), column)
                .flatMap(Decimals::parse)
                .filter(found -> bound.holds(found, column))
                .isPresent();
    return new Constraint(
        bound.violation(column),
        proven,
        key + " " + Decimals.text(bound.number()),
        worstFirst(bound.lower(), column));
  }

  private static Constraint constraint(
      String phrase, boolean lower, boolean strict, String literal, boolean proven, Column column) {
    String operator = (lower ? " <" : " >") + (strict ? "= " : " ");
    return new Constraint(
        column.sql() + operator + literal, proven, phrase, worstFirst(lower, column));
  }

  /** Whether an order to the bound is on the valid side of it. */
  static boolean holds(int order, boolean lower, boolean strict) {
    return (lower ? order > 0 : order < 0) || (order == 0 && !strict);
  }

  /** The least or the greatest value that there is. */
  private static Optional<String> extreme(boolean lower, Column column) {
    return lower ? column.lower() : column.upper();
  }

  private static Optional<String> worstFirst(boolean lower, Column column) {
    return Optional.of(column.sql() + (lower ? "" : " DESC"));
  }

  private static PluginException incomparable(String key, String bound, Column column) {
    return new PluginException(
        key
            + ": "
            + bound
            + " cannot be compared with "
            + column.name()
            + ", which is of type "
            + column.type());
  }
}
