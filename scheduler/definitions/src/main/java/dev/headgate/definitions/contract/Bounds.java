package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.text.TimeText;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.LogicalType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the bounds of numbers, days and times. Days and times come out in ISO 8601, points in time
 * in UTC, whatever format the contract writes them in.
 */
final class Bounds {
  private static final String LOWER = "minimum";
  private static final String UPPER = "maximum";
  private static final Map<String, String> EXCLUSIVE =
      Map.of(LOWER, "exclusiveMinimum", UPPER, "exclusiveMaximum");

  private final Values values;

  Bounds(Values values) {
    this.values = values;
  }

  /** The bounds by the key that says which they are; an exclusive one under its own. */
  Map<String, Object> read(Checked options, LogicalType type) {
    boolean time =
        type == LogicalType.DATE || type == LogicalType.TIMESTAMP || type == LogicalType.TIME;
    if (!time && type != LogicalType.INTEGER && type != LogicalType.NUMBER) {
      return Map.of();
    }
    Map<String, Object> bounds = new TreeMap<>();
    for (String side : new String[] {LOWER, UPPER}) {
      String exclusive = EXCLUSIVE.get(side);
      boolean flag = isFlag(options, exclusive);
      if (options.flag(exclusive) && options.entry(side).isEmpty()) {
        values
            .problems()
            .add(
                options.entry(exclusive).orElseThrow().at(),
                "'" + exclusive + "' says nothing without '" + side + "': expected both");
      }
      String key = options.flag(exclusive) ? exclusive : side;
      bound(options, side, type).ifPresent(b -> bounds.put(key, b));
      if (!flag) {
        bound(options, exclusive, type).ifPresent(b -> bounds.put(exclusive, b));
      }
    }
    checkOrder(options, bounds);
    return bounds;
  }

  private static boolean isFlag(Checked options, String key) {
    return options
        .value(key)
        .filter(v -> v instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.BOOLEAN)
        .isPresent();
  }

  private Optional<Object> bound(Checked options, String key, LogicalType type) {
    if (type == LogicalType.INTEGER || type == LogicalType.NUMBER) {
      return options.value(key).flatMap(values::number);
    }
    Optional<Located<String>> text = options.located(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<DateTimeFormatter> format = options.text("format").flatMap(TimeText::format);
    if (options.text("format").isPresent() && format.isEmpty()) {
      Located<String> written = options.located("format").orElseThrow();
      values
          .problems()
          .add(
              written.at(),
              "'format': "
                  + Yaml.quoted(written.value())
                  + " is no pattern of Java's DateTimeFormatter: expected one such as yyyy-MM-dd");
      return Optional.empty();
    }
    Optional<String> iso =
        type == LogicalType.TIME
            ? TimeText.timeOfDay(text.get().value(), format)
            : TimeText.moment(text.get().value(), format, zone(options));
    if (iso.isEmpty()) {
      boolean daily = type == LogicalType.TIME;
      String kind = daily ? "a time of day" : "a day or a point in time";
      String example = daily ? "05:30" : "2026-01-31";
      values
          .problems()
          .add(
              text.get().at(),
              "'"
                  + key
                  + "': expected "
                  + kind
                  + options
                      .text("format")
                      .map(f -> " in the format " + f)
                      .orElse(" in ISO 8601, such as " + example)
                  + ", found "
                  + Yaml.quoted(text.get().value()));
    }
    return iso.map(i -> i);
  }

  private ZoneId zone(Checked options) {
    Optional<Located<String>> zone = options.located("defaultTimezone");
    try {
      return zone.map(z -> ZoneId.of(z.value())).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      values
          .problems()
          .add(
              zone.orElseThrow().at(),
              "'defaultTimezone': unknown time zone "
                  + Yaml.quoted(zone.get().value())
                  + Suggestion.closest(zone.get().value(), ZoneId.getAvailableZoneIds())
                      .map(z -> ", did you mean '" + z + "'?")
                      .orElse(":")
                  + " expected a name such as Europe/Berlin or UTC");
      return ZoneOffset.UTC;
    }
  }

  private void checkOrder(Checked options, Map<String, Object> bounds) {
    for (String lower : new String[] {LOWER, EXCLUSIVE.get(LOWER)}) {
      for (String upper : new String[] {UPPER, EXCLUSIVE.get(UPPER)}) {
        Object least = bounds.get(lower);
        Object most = bounds.get(upper);
        if (least != null && most != null && compare(least, most) > 0) {
          String written = options.entry(upper).isPresent() ? upper : UPPER;
          values
              .problems()
              .add(
                  options.entry(written).orElseThrow().at(),
                  "'" + upper + "': " + most + " is below '" + lower + "', " + least);
          return;
        }
      }
    }
  }

  private static int compare(Object least, Object most) {
    if (least instanceof Number && most instanceof Number) {
      return new BigDecimal(least.toString()).compareTo(new BigDecimal(most.toString()));
    }
    // A day begins any point in time that it begins with.
    return most.toString().startsWith(least.toString())
        ? 0
        : least.toString().compareTo(most.toString());
  }
}
