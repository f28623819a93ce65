package dev.headgate.plugins.checks.valid;

import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code format}: of texts by what they look like, of numbers by the range of the integer type that
 * it names. Others say nothing that could be checked.
 */
final class Format {
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
  private static final String HEX = "[0-9A-Fa-f]{1,4}";
  private static final Map<String, String> TEXTS =
      Map.of(
          "email",
          "^[^@\\s]+@" + LABEL + "(\\." + LABEL + ")+\\z",
          "uuid",
          "^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\\z",
          "uri",
          "^[A-Za-z][A-Za-z0-9+.-]*:\\S+\\z",
          "hostname",
          "^" + LABEL + "(\\." + LABEL + ")*\\z",
          "ipv4",
          "^" + BYTE + "(\\." + BYTE + "){3}\\z",
          "ipv6",
          ipv6(),
          "byte",
          "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\\z",
          "date",
          DatePattern.regex("yyyy-MM-dd").orElseThrow(),
          "time",
          DatePattern.regex("HH:mm:ss").orElseThrow());

  private Format() {}

  /** Groups of hexadecimal digits, of which one run may be left out. */
  private static String ipv6() {
    StringBuilder ways = new StringBuilder("^((HEX:){7}HEX|(HEX:){1,7}:|:(:HEX){1,7}");
    for (int before = 1; before < 7; before++) {
      ways.append("|(HEX:){" + before + "}(:HEX){1," + (7 - before) + "}");
    }
    return ways.append("|::)\\z").toString().replace("HEX", HEX);
  }

  /** What it asks; empty if that can't be checked. */
  static Optional<List<Constraint>> of(Object value, Column column) {
    String format = String.valueOf(value);
    boolean any = column.kind() == Kind.UNKNOWN;
    if (column.kind().isNumber() || (any && format.matches("[iu](8|16|32|64)"))) {
      return range(format, column);
    }
    if (column.kind() != Kind.TEXT && !any) {
      return Optional.empty();
    }
    return Optional.ofNullable(TEXTS.get(format))
        .or(() -> any ? Optional.empty() : DatePattern.regex(format))
        .map(regex -> List.of(Shape.of(regex, "format " + format, column)));
  }

  private static Optional<List<Constraint>> range(String format, Column column) {
    if (!format.matches("[iu](8|16|32|64)")) {
      return Optional.empty();
    }
    boolean signed = format.charAt(0) == 'i';
    int bits = Integer.parseInt(format.substring(1)) - (signed ? 1 : 0);
    BigDecimal above = BigDecimal.valueOf(2).pow(bits);
    Map<String, Object> bounds =
        Map.of(
            "minimum",
            signed ? above.negate() : BigDecimal.ZERO,
            "maximum",
            above.subtract(BigDecimal.ONE));
    return Optional.of(
        Range.of(bounds, column).stream()
            .map(c -> new Constraint(c.violation(), c.proven(), "format " + format, c.worstFirst()))
            .toList());
  }
}
