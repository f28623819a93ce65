package dev.headgate.definitions.check;

import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.contract.NamedColumns;
import dev.headgate.model.product.DatasetName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A rule as it is written, before it has a name of its own.
 *
 * @param name as given
 * @param preferred what it is called where no name is given; empty: its metric and columns
 */
public record CheckDraft(
    At at,
    Optional<Located<String>> name,
    String type,
    Map<String, Object> settings,
    Severity severity,
    Optional<String> preferred) {

  /** A rule that nobody wrote as such: none of the rows may break it. */
  public static CheckDraft implied(At at, String name, String type, Map<String, Object> settings) {
    Map<String, Object> none = new TreeMap<>(settings);
    none.put("mustBe", 0L);
    return new CheckDraft(at, Optional.empty(), type, none, Severity.ERROR, Optional.of(name));
  }

  /** The dataset that a relationship points to. */
  public Optional<DatasetName> refersTo() {
    return NamedColumns.targetDataset(type, settings).flatMap(DatasetName::tryParse);
  }

  /** A name from what it measures, the same wherever it stands. */
  String derivedName() {
    if (preferred.isPresent()) {
      return preferred.get();
    }
    Object of = settings.getOrDefault("column", settings.get("property"));
    if (settings.get(CheckSettings.ARGUMENTS) instanceof Map<?, ?> arguments) {
      of = arguments.get("properties") == null ? of : arguments.get("properties");
    }
    if (of instanceof List<?> columns) {
      of = columns.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return of == null ? type : type + "(" + of + ")";
  }
}
