package dev.headgate.plugins.checks.valid;

import dev.headgate.plugins.checks.compare.Decimals;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Kind;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** {@code multipleOf}: exactly for whole numbers and decimals, to nine digits for floating ones. */
final class Multiple {
  private Multiple() {}

  static Constraint of(Object value, Column column) {
    String key = "multipleOf";
    column.require(Set.of(Kind.INTEGER, Kind.DECIMAL, Kind.FLOATING), key, "numbers");
    if (!(value instanceof Number number) || Decimals.of(number, key).signum() <= 0) {
      throw new PluginException(key + ": expected a number above 0, but found " + value);
    }
    BigDecimal step = Decimals.of(number, key);
    String literal = Sql.literal(step);
    String ratio = column.sql() + " / " + literal;
    String violation =
        column.kind() == Kind.FLOATING
            ? "abs(" + ratio + " - round(" + ratio + ")) > 0.000000001"
            : column.sql() + " % " + literal + " <> 0";
    boolean proven = column.kind() == Kind.INTEGER && step.compareTo(BigDecimal.ONE) == 0;
    return new Constraint(violation, proven, key + " " + literal, Optional.empty());
  }
}
