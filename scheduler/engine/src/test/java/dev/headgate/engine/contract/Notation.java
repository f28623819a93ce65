package dev.headgate.engine.contract;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.contract.Compatibility;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Contract.Status;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Contracts in a line: columns (see {@link ColumnNotation}), then, each after a semicolon:
 *
 * <ul>
 *   <li>{@code rule NAME METRIC key=value …}, {@code warn …} for one that only warns; {@code
 *       arguments.key=value} for what is inside {@code arguments}
 *   <li>{@code sla PROPERTY VALUE [COLUMN]}
 *   <li>{@code status}, {@code compat}, {@code owners}, {@code approvers}, {@code about}, {@code
 *       text}, {@code prop}, {@code id}, {@code object}, {@code version} with their value
 * </ul>
 */
final class Notation {
  private final String version;
  private final List<CheckSpec> rules = new ArrayList<>();
  private final List<ServiceLevel> levels = new ArrayList<>();
  private final Map<String, String> words = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Object> properties = new HashMap<>();

  private Notation(String version) {
    this.version = version;
  }

  static Contract contract(String text, String version) {
    return new Notation(version).read(ColumnNotation.split(text, ';'));
  }

  private Contract read(List<String> sections) {
    for (String section : sections.subList(1, sections.size())) {
      String[] word = section.split(" ", 2);
      switch (word[0]) {
        case "rule" -> rules.add(rule(word[1], Severity.ERROR));
        case "warn" -> rules.add(rule(word[1], Severity.WARNING));
        case "sla" -> levels.add(serviceLevel(word[1].split(" ", -1)));
        case "text" -> texts.add(word[1]);
        case "prop" -> properties.put(word[1].split("=", -1)[0], word[1].split("=", -1)[1]);
        default -> words.put(word[0], word[1]);
      }
    }
    return new Contract(
        words.getOrDefault("id", "orders"),
        words.getOrDefault("object", "orders"),
        "orders.odcs.yaml",
        Version.parse(words.getOrDefault("version", version)),
        Status.valueOf(words.getOrDefault("status", "active").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(words.get("about")),
        ColumnNotation.columns(sections.get(0)),
        rules,
        texts,
        levels,
        Compatibility.valueOf(words.getOrDefault("compat", "FULL_TRANSITIVE")),
        names("owners"),
        names("approvers"),
        properties,
        String.join(";", sections));
  }

  private List<String> names(String word) {
    return words.containsKey(word) ? List.of(words.get(word).split(",", -1)) : List.of();
  }

  private static CheckSpec rule(String text, Severity severity) {
    List<String> parts = ColumnNotation.split(text, ' ');
    Map<String, Object> settings = new HashMap<>();
    Map<String, Object> arguments = new HashMap<>();
    for (String part : parts.subList(2, parts.size())) {
      String[] pair = part.split("=", 2);
      if (pair[0].startsWith("arguments.")) {
        arguments.put(pair[0].substring("arguments.".length()), value(pair[1]));
      } else {
        settings.put(pair[0], value(pair[1]));
      }
    }
    if (!arguments.isEmpty()) {
      settings.put("arguments", Map.copyOf(arguments));
    }
    Origin origin = new Origin(Origin.Kind.CONTRACT, "orders.odcs.yaml");
    return new CheckSpec(parts.get(0), parts.get(1), settings, severity, origin);
  }

  /** Whole numbers, decimals, truth values and lists in brackets; all else is text. */
  static Object value(String text) {
    if (text.startsWith("[")) {
      List<String> items = ColumnNotation.split(text.substring(1, text.length() - 1), ',');
      return items.stream().map(Notation::value).toList();
    }
    if (text.matches("-?\\d+")) {
      return Long.valueOf(text);
    }
    if (text.matches("-?\\d+\\.\\d+")) {
      return new BigDecimal(text);
    }
    return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
  }

  private static ServiceLevel serviceLevel(String[] parts) {
    return ServiceLevels.of(parts[0], parts[1], parts.length > 2 ? parts[2] : null);
  }
}
