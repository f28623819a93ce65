package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.text.TimeText;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.LogicalType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the bounds of numbers, days and times. Days and times come out in ISO 8601, whatever format
 * the contract writes them in: points in time in UTC, those of a column without a zone as they are.
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
  Map<String, Object> read(Checked options, LogicalType type, Optional<Family> family) {
    boolean time =
        type == LogicalType.DATE || type == LogicalType.TIMESTAMP || type == LogicalType.TIME;
    if (!time && type != LogicalType.INTEGER && type != LogicalType.NUMBER) {
      return Map.of();
    }
    Map<String, Object> bounds = new TreeMap<>();
    Optional<Moments> moments =
        time ? moments(options, Moments.family(family, type)) : Optional.empty();
    if (time && moments.isEmpty()) {
      return Map.of();
    }
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
      bound(options, side, moments).ifPresent(b -> bounds.put(key, b));
      if (!flag) {
        bound(options, exclusive, moments).ifPresent(b -> bounds.put(exclusive, b));
      }
    }
    checkOrder(options, bounds, type == LogicalType.INTEGER, moments.map(Moments::family));
    return bounds;
  }

  private static boolean isFlag(Checked options, String key) {
    return options
        .value(key)
        .filter(v -> v instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.BOOLEAN)
        .isPresent();
  }

  private Optional<Object> bound(Checked options, String key, Optional<Moments> moments) {
    if (moments.isEmpty()) {
      return options.value(key).flatMap(values::number);
    }
    Optional<Located<String>> text = options.located(key);
    Optional<String> iso = text.flatMap(t -> moments.get().read(t.value()));
    if (text.isPresent() && iso.isEmpty()) {
      Family family = moments.get().family();
      String example = family == Family.TIME ? "05:30" : "2026-01-31";
      values
          .problems()
          .add(
              text.get().at(),
              "'"
                  + key
                  + "': expected "
                  + moments.get().expected()
                  + options
                      .text("format")
                      .map(f -> " in the format " + f)
                      .orElse(" in ISO 8601, such as " + example)
                  + ", found "
                  + Yaml.quoted(text.get().value()));
    }
    return iso.map(i -> i);
  }

  /** How the column's days and times are written; a problem where that cannot be read. */
  Optional<Moments> moments(Checked options, Family family) {
    Optional<Located<String>> written = options.located("format");
    Optional<DateTimeFormatter> format = written.map(Located::value).flatMap(TimeText::format);
    if (written.isPresent() && format.isEmpty()) {
      values
          .problems()
          .add(
              written.get().at(),
              "'format': "
                  + Yaml.quoted(written.get().value())
                  + " is no pattern of Java's DateTimeFormatter: expected one such as yyyy-MM-dd");
      return Optional.empty();
    }
    return Optional.of(new Moments(family, format, zone(options)));
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

  private void checkOrder(
      Checked options, Map<String, Object> bounds, boolean whole, Optional<Family> family) {
    for (String lower : new String[] {LOWER, EXCLUSIVE.get(LOWER)}) {
      for (String upper : new String[] {UPPER, EXCLUSIVE.get(UPPER)}) {
        Object least = bounds.get(lower);
        Object most = bounds.get(upper);
        if (least == null || most == null) {
          continue;
        }
        Limits limits =
            new Limits(least, lower.startsWith("e"), most, upper.startsWith("e"), whole, family);
        Optional<String> mistake = limits.mistake(lower);
        if (mistake.isPresent()) {
          String written = options.entry(upper).isPresent() ? upper : UPPER;
          values
              .problems()
              .add(options.entry(written).orElseThrow().at(), "'" + upper + "': " + mistake.get());
          return;
        }
      }
    }
  }
}
