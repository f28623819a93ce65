package dev.headgate.definitions.contract;

import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.ServiceLevel;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Lengths of time: a number with a unit, or ISO 8601 such as {@code PT26H}. */
final class LengthText {
  private static final Map<String, Duration> FIXED = new HashMap<>();
  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    put(Duration.ofSeconds(1), "s", "sec", "second", "seconds");
    put(Duration.ofMinutes(1), "min", "minute", "minutes");
    put(Duration.ofHours(1), "h", "hr", "hour", "hours");
    put(Duration.ofDays(1), "d", "day", "days");
    put(Duration.ofDays(7), "w", "wk", "week", "weeks");
    List.of("mo", "mon", "month", "months").forEach(u -> MONTHS.put(u, 1));
    List.of("y", "yr", "year", "years").forEach(u -> MONTHS.put(u, 12));
  }

  /** Longer ones run out of the calendar. */
  private static final int MOST_YEARS = 100;

  private static final Duration MOST = Duration.ofDays(MOST_YEARS * 366L);

  private LengthText() {}

  private static void put(Duration length, String... units) {
    for (String unit : units) {
      FIXED.put(unit, length);
    }
  }

  /** The length, at most 100 years, or a problem. */
  static Optional<ServiceLevel.Length> read(
      Yaml.Scalar value, Optional<Located<String>> unit, Problems problems) {
    Optional<ServiceLevel.Length> length = parsed(value, unit, problems);
    if (length.filter(LengthText::isTooLong).isPresent()) {
      problems.add(
          value.at(),
          "'value': expected at most "
              + MOST_YEARS
              + " years, found "
              + value.text()
              + unit.map(u -> " " + u.value()).orElse(""));
      return Optional.empty();
    }
    return length;
  }

  private static boolean isTooLong(ServiceLevel.Length length) {
    if (length.amount() instanceof Period period) {
      return period.toTotalMonths() > MOST_YEARS * 12L
          || period.get(ChronoUnit.DAYS) > MOST.toDays();
    }
    return Duration.from(length.amount()).compareTo(MOST) > 0;
  }

  private static Optional<ServiceLevel.Length> parsed(
      Yaml.Scalar value, Optional<Located<String>> unit, Problems problems) {
    if (value.kind() == Yaml.Kind.TEXT && unit.isEmpty() && isIso(value.text())) {
      return Optional.of(new ServiceLevel.Length(value.text()));
    }
    if (value.kind() != Yaml.Kind.NUMBER || !value.text().matches("\\d{1,9}(\\.\\d{1,6})?")) {
      problems.add(
          value.at(),
          "'value': expected a number with a 'unit', or a length of time such as PT26H, found "
              + value.found());
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(value.text());
    if (unit.isEmpty() || number.signum() == 0) {
      problems.add(
          value.at(),
          unit.isEmpty()
              ? "'value': " + value.text() + " of what? expected 'unit' beside it, such as d"
              : "'value': expected a number above 0");
      return Optional.empty();
    }
    String word = unit.get().value().toLowerCase(Locale.ROOT);
    if (MONTHS.containsKey(word) && number.stripTrailingZeros().scale() <= 0) {
      return Optional.of(
          new ServiceLevel.Length(
              MONTHS.get(word) == 1
                  ? "P" + number.intValue() + "M"
                  : "P" + number.intValue() + "Y"));
    }
    if (!FIXED.containsKey(word)) {
      problems.add(unit.get().at(), mistake(unit.get().value(), word));
      return Optional.empty();
    }
    Duration one = FIXED.get(word);
    BigDecimal seconds = number.multiply(BigDecimal.valueOf(one.toSeconds()));
    Duration length = Duration.ofMillis(seconds.movePointRight(3).longValue());
    boolean days = one.toDays() > 0 && length.equals(Duration.ofDays(length.toDays()));
    return Optional.of(
        new ServiceLevel.Length(days ? "P" + length.toDays() + "D" : length.toString()));
  }

  private static String mistake(String written, String word) {
    if (word.equals("m")) {
      return "'unit': 'm' may be minutes or months: expected min or month";
    }
    if (MONTHS.containsKey(word)) {
      return "'unit': months and years are counted whole: expected a whole number";
    }
    TreeSet<String> known = new TreeSet<>(FIXED.keySet());
    known.addAll(MONTHS.keySet());
    return "'unit': unknown unit " + Yaml.quoted(written) + ", " + Suggestion.of(word, known);
  }

  private static boolean isIso(String text) {
    try {
      if (text.contains("T")) {
        return Duration.parse(text).compareTo(Duration.ZERO) > 0;
      }
      Period period = Period.parse(text);
      return !period.isNegative() && !period.isZero();
    } catch (DateTimeException e) {
      return false;
    }
  }
}
