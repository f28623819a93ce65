package dev.headgate.plugins.checks.change;

import dev.headgate.plugins.checks.compare.Comparison;
import dev.headgate.plugins.checks.compare.Quantity;
import dev.headgate.plugins.checks.metric.Answers;
import dev.headgate.plugins.checks.metric.Metric;
import dev.headgate.plugins.checks.metric.Newest;
import dev.headgate.plugins.checks.rule.Measured;
import dev.headgate.plugins.checks.rule.Rule;
import dev.headgate.plugins.checks.rule.Settings;
import dev.headgate.plugins.checks.table.Column;
import dev.headgate.plugins.checks.table.Kind;
import dev.headgate.plugins.checks.table.Times;
import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code freshness}: the age of the newest value of a column of dates or times. What has no zone is
 * in UTC, and a date is as old as its beginning. Without any value the rule fails.
 */
record Freshness(Column column, Unit unit, Comparison comparison, Instant now) implements Rule {
  /** In what ages are measured. */
  enum Unit {
    MINUTES(Duration.ofMinutes(1)),
    HOURS(Duration.ofHours(1)),
    DAYS(Duration.ofDays(1));

    private final Duration length;

    Unit(Duration length) {
      this.length = length;
    }

    static Unit of(Settings settings) {
      Object word = settings.values().getOrDefault("unit", HOURS.toString());
      for (Unit unit : values()) {
        if (unit.toString().equals(word)) {
          return unit;
        }
      }
      throw new PluginException("unit: expected minutes, hours or days, but found " + word);
    }

    BigDecimal of(Duration age) {
      return BigDecimal.valueOf(age.toMillis())
          .divide(BigDecimal.valueOf(length.toMillis()), MathContext.DECIMAL64);
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Freshness of(Settings settings, Instant now) {
    Column column = settings.column();
    column.require(
        Set.of(Kind.DATE, Kind.LOCAL_TIMESTAMP, Kind.TIMESTAMP, Kind.TEXT),
        "freshness",
        "dates or times");
    return new Freshness(column, Unit.of(settings), settings.comparison(), now);
  }

  @Override
  public List<Metric.Of> needs() {
    return List.of(new Newest(column).now());
  }

  @Override
  public Judgement judge(Answers answers) {
    Metric.Of newest = needs().get(0);
    Quantity age =
        answers
            .value(newest)
            .<Quantity>map(v -> new Quantity.Numeric(unit.of(Duration.between(instant(v), now))))
            .orElse(new Quantity.Nothing());
    return Judgement.of(
        Measured.of(
            comparison,
            age,
            age.number(),
            " " + unit,
            "since the newest value of " + column.name(),
            "",
            answers.evidence(newest)));
  }

  private Instant instant(Object value) {
    return Times.instant(value)
        .orElseThrow(
            () ->
                // The value may be of a classified column.
                new PluginException(
                    "the greatest value of "
                        + column.name()
                        + " is neither a date nor a time; expected one in ISO 8601"));
  }
}
