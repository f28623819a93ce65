package dev.headgate.definitions.contract;

import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.contract.LogicalType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds types that contradict the logical type, and types that no table can have: a dataset is a
 * table of Iceberg, whatever engine's words the contract is in. Names of types that are not known
 * here are left alone.
 */
final class PhysicalTypes {
  private static final int MOST_DIGITS = 38;
  private static final Set<String> DECIMALS = Set.of("DECIMAL", "DEC", "NUMERIC", "NUMBER");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|`[^`]*`|\"[^\"]*\"");
  private static final Pattern WITH_NUMBERS =
      Pattern.compile(
          "(?<![A-Z0-9_])(?<name>DECIMAL|DEC|NUMERIC|NUMBER|VARCHAR|CHARACTER VARYING|CHARACTER"
              + "|CHAR|NVARCHAR|NCHAR|BINARY|VARBINARY|FIXED) ?[(\\[] ?(?<first>-?\\d+)"
              + " ?(, ?(?<second>-?\\d+) ?)?[)\\]]");

  private PhysicalTypes() {}

  /** Reports the first that is wrong with a property's {@code physicalType}. */
  static void check(Checked property, Optional<LogicalType> logical, Problems problems) {
    Optional<Located<String>> written = property.located("physicalType");
    if (written.isEmpty()) {
      return;
    }
    String type = written.get().value();
    objection(type)
        .map(expected -> "no table can have the type " + Yaml.quoted(type) + ": " + expected)
        .or(
            () ->
                contradiction(type, logical.filter(l -> property.text("logicalType").isPresent())))
        .ifPresent(mistake -> problems.add(written.get().at(), "'physicalType': " + mistake));
  }

  private static Optional<String> contradiction(String type, Optional<LogicalType> logical) {
    return Family.ofPhysical(type)
        .filter(family -> logical.filter(family::contradicts).isPresent())
        .map(
            family ->
                Yaml.quoted(type)
                    + " has no values of 'logicalType: "
                    + logical.orElseThrow()
                    + "': expected types that agree");
  }

  private static Optional<String> objection(String type) {
    String plain =
        QUOTED
            .matcher(type)
            .replaceAll("_")
            .strip()
            .replaceAll("\\s+", " ")
            .toUpperCase(Locale.ROOT);
    Matcher matcher = WITH_NUMBERS.matcher(plain);
    while (matcher.find()) {
      int first = number(matcher.group("first"));
      int second = matcher.group("second") == null ? 0 : number(matcher.group("second"));
      if (!DECIMALS.contains(matcher.group("name"))) {
        if (first < 1) {
          return Optional.of("expected a length of at least 1, found " + first);
        }
      } else if (first < 1 || first > MOST_DIGITS) {
        return Optional.of(
            "expected a precision from 1 to " + MOST_DIGITS + ", found " + matcher.group("first"));
      } else if (second < 0 || second > first) {
        return Optional.of(
            "expected a scale from 0 to "
                + first
                + ", the precision, found "
                + matcher.group("second"));
      }
    }
    return Optional.empty();
  }

  private static int number(String digits) {
    return digits.length() > 9
        ? (digits.startsWith("-") ? -1 : Integer.MAX_VALUE)
        : Integer.parseInt(digits);
  }
}
