package dev.headgate.plugins.checks.valid;

import dev.headgate.plugins.checks.metric.TextMatch;
import dev.headgate.plugins.checks.sql.Sql;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Kind;
import dev.headgate.spi.PluginException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What values look like as text: a regular expression that is found in them, as JSON Schema has it;
 * {@code ^} and {@code $} make it that of the whole value.
 */
final class Shape {
  private static final EnumSet<Kind> WITHOUT_TEXT =
      EnumSet.of(Kind.BINARY, Kind.LIST, Kind.MAP, Kind.STRUCT, Kind.OTHER);

  private Shape() {}

  static Constraint pattern(Object value, Column column) {
    if (!(value instanceof String pattern)) {
      throw new PluginException("pattern: expected a regular expression, but found " + value);
    }
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new PluginException(
          "pattern: " + pattern + " is no regular expression: " + e.getDescription(), e);
    }
    return of(EndOfText.inJava(pattern), "pattern " + pattern, column);
  }

  /** Of an expression that is known to be one of Java's. */
  static Constraint of(String pattern, String phrase, Column column) {
    column.require(EnumSet.complementOf(WITHOUT_TEXT), phrase.split(" ", 2)[0], "single values");
    String call = "regexp_like(" + column.asText() + ", " + Sql.literal(pattern) + ")";
    return new Constraint(
        "NOT " + call,
        false,
        phrase,
        Optional.empty(),
        Optional.of(new TextMatch(column.asText(), call)));
  }
}
