package dev.headgate.engine.grade;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Compatibility;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.LogicalType;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.Version;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.WriteMode;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.BreachStore.Breach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Evidence on one dataset, written down; {@code -} is nothing. Contracts: {@code 1.0.0 ACTIVE 1/2},
 * one of two columns described. Checks: {@code block} or {@code warn}. Verdicts: a letter for each
 * result, P passed, F failed, W waived, S skipped, w a failed warning. Breaches: {@code open}, or
 * how many days ago they ended. Waivers: {@code 1}, or {@code r} for a renewal.
 */
final class Written {
  static final Instant NOW = Instant.parse("2001-07-01T12:00:00Z");
  private static final DatasetName ORDERS = DatasetName.parse("sales.orders");

  private Written() {}

  static Evidence evidence(
      String contract,
      String checks,
      String verdicts,
      String level,
      String breaches,
      String waivers,
      String age) {
    return new Evidence(
        List.of(dataset(contract, checks, level)),
        verdicts(verdicts),
        words(breaches).stream().map(Written::breach).toList(),
        words(waivers).stream().map(Written::waiver).toList(),
        words(age).stream().map(Written::daysAgo).findFirst());
  }

  private static List<String> words(String text) {
    return text.equals("-") ? List.of() : List.of(text.split(" ", -1));
  }

  private static Instant daysAgo(String days) {
    return NOW.minus(Duration.ofDays(Long.parseLong(days)));
  }

  private static Dataset dataset(String contract, String checks, String level) {
    return new Dataset(
        ORDERS,
        List.of(),
        Map.of(),
        List.of(),
        Optional.empty(),
        new Job("fake", Map.of(), Map.of()),
        new WriteMode.Overwrite(),
        words(checks).stream().map(Written::check).toList(),
        contract.equals("-") ? Optional.empty() : Optional.of(contract(contract, level)),
        1,
        Duration.ofHours(1),
        "digest");
  }

  private static CheckSpec check(String severity) {
    return new CheckSpec(
        "rule", "rowCount", Map.of(), severity.equals("block") ? Severity.ERROR : Severity.WARNING);
  }

  private static Contract contract(String text, String level) {
    String[] parts = text.split("[ /]", -1);
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= Integer.parseInt(parts[3]); i++) {
      columns.add(column("c" + i, i <= Integer.parseInt(parts[2])));
    }
    return new Contract(
        "orders",
        "orders",
        "orders.odcs.yaml",
        Version.parse(parts[0]),
        Contract.Status.valueOf(parts[1]),
        Optional.empty(),
        columns,
        List.of(),
        List.of(),
        level.equals("-") ? List.of() : List.of(level(level)),
        Compatibility.FULL_TRANSITIVE,
        List.of(),
        List.of(),
        Map.of(),
        "digest");
  }

  private static Column column(String name, boolean described) {
    return new Column(
        name,
        Optional.of(LogicalType.INTEGER),
        Optional.empty(),
        false,
        false,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        false,
        described ? Optional.of("as it says") : Optional.of(" "),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static ServiceLevel level(String text) {
    String[] parts = text.split(" ", -1);
    return new ServiceLevel(
        ServiceLevel.Kind.valueOf(parts[0]),
        parts[0].toLowerCase(Locale.ROOT),
        "",
        parts.length == 1 ? Optional.empty() : Optional.of(new ServiceLevel.Length(parts[1])),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Of releases 9, 8 and so on. */
  private static List<Verdict> verdicts(String text) {
    List<Verdict> verdicts = new ArrayList<>();
    for (String results : words(text)) {
      List<Finding> findings = results.chars().mapToObj(c -> finding((char) c)).toList();
      verdicts.add(
          new Verdict(9L - verdicts.size(), "digest", "", findings, NOW, Optional.empty()));
    }
    return verdicts;
  }

  private static Finding finding(char letter) {
    Outcome outcome =
        switch (letter) {
          case 'P' -> Outcome.PASSED;
          case 'W' -> Outcome.WAIVED;
          case 'S' -> Outcome.SKIPPED;
          default -> Outcome.FAILED;
        };
    Severity severity = letter == 'w' ? Severity.WARNING : Severity.ERROR;
    return new Finding(ORDERS, "rule", severity, outcome, CheckSpec.Origin.PIPELINE, "");
  }

  private static Breach breach(String text) {
    boolean open = text.equals("open");
    return new Breach(
        ORDERS,
        "latency",
        "it is late",
        open ? daysAgo("11") : daysAgo("200"),
        open ? Optional.empty() : Optional.of(daysAgo(text)));
  }

  private static Waiver waiver(String text) {
    return new Waiver(
        3,
        "rule",
        "sales",
        "it is repaired",
        "ana",
        NOW,
        NOW.plus(Duration.ofDays(10)),
        text.equals("r") ? Optional.of(2L) : Optional.empty(),
        Optional.empty());
  }
}
