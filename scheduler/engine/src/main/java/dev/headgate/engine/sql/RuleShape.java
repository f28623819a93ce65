package dev.headgate.engine.sql;

import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.SqlAnalysis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the SQL of a rule has to be: a question to datasets that one number or truth value answers.
 */
final class RuleShape {
  private static final String EXPECTED = "expected one number or truth value";

  /** Types that are surely neither; of others the rule tells when it is measured. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(string|(var)?char|date|timestamp(_\\w+)?|binary|array|map|struct|interval)\\b.*");

  private RuleShape() {}

  /** Empty also where the result is not known. */
  static Optional<SqlAnalysis.Mistake> mistake(List<QueryEngine.Column> output) {
    if (output.size() > 1) {
      return mistake("its result has " + output.size() + " columns: " + EXPECTED);
    }
    return output.stream()
        .filter(column -> OTHER.matcher(column.type().toLowerCase(Locale.ROOT)).matches())
        .findFirst()
        .flatMap(column -> mistake("its result is a " + column.type() + ": " + EXPECTED));
  }

  /** A verdict is for what versions hold; what is elsewhere has none. */
  static Optional<SqlAnalysis.Mistake> reads(List<String> foreign) {
    return foreign.stream()
        .findFirst()
        .flatMap(
            name ->
                mistake(
                    "it reads "
                        + name
                        + ", which is no dataset of this lake: expected datasets only"));
  }

  private static Optional<SqlAnalysis.Mistake> mistake(String message) {
    return Optional.of(new SqlAnalysis.Mistake(message, 0, 0));
  }
}
