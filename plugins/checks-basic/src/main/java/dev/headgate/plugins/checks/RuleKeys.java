package dev.headgate.plugins.checks;

import dev.headgate.spi.KeySpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The keys that each type of rule may have: its own and those that ODCS has for documentation. */
final class RuleKeys {
  private static final KeySpec COLUMN =
      KeySpec.optional("column", KeySpec.Type.STRING, "a column's name");
  private static final KeySpec PROPERTY =
      KeySpec.optional("property", KeySpec.Type.STRING, "a column's name");
  private static final KeySpec UNIT = KeySpec.optional("unit", List.of("rows", "percent"));
  private static final List<KeySpec> DOCUMENTATION =
      List.of(
          KeySpec.optional("description", KeySpec.Type.STRING, "a text"),
          KeySpec.optional("dimension", KeySpec.Type.STRING, "a dimension such as completeness"),
          KeySpec.optional("businessImpact", KeySpec.Type.STRING, "a text"),
          KeySpec.optional("method", KeySpec.Type.STRING, "a text"),
          KeySpec.optional("tags", KeySpec.Type.LIST_OF_STRINGS, "a list of texts"));

  private RuleKeys() {}

  static Map<String, List<KeySpec>> all() {
    Map<String, List<KeySpec>> all = new TreeMap<>();
    all.put("rowCount", keys(KeySpec.optional("unit", List.of("rows"))));
    all.put("nullValues", keys(COLUMN, PROPERTY, UNIT));
    all.put("missingValues", keys(COLUMN, PROPERTY, UNIT, arguments("{missingValues: […]}")));
    all.put(
        "invalidValues",
        keys(COLUMN, PROPERTY, UNIT, arguments("validValues, pattern, minimum, …")));
    all.put(
        "duplicateValues", keys(COLUMN, PROPERTY, UNIT, arguments("{properties: [column, …]}")));
    all.put(
        "relationship",
        keys(
            UNIT,
            KeySpec.required(
                "arguments.columns", KeySpec.Type.LIST_OF_STRINGS, "a list of columns"),
            KeySpec.required("arguments.dataset", KeySpec.Type.STRING, "a dataset: domain.table"),
            KeySpec.required(
                "arguments.properties",
                KeySpec.Type.LIST_OF_STRINGS,
                "a list of that dataset's columns")));
    all.put(
        "sql",
        keys(
            KeySpec.required("query", KeySpec.Type.STRING, "a query with one row and one column"),
            COLUMN,
            PROPERTY));
    all.put("rowCountChange", keys(UNIT));
    all.put("nullShareChange", keys(COLUMN, PROPERTY));
    all.put(
        "distributionDrift",
        keys(
            COLUMN,
            PROPERTY,
            KeySpec.optional(
                "arguments.buckets", KeySpec.Type.NUMBER, "a whole number from 2 to 100")));
    all.put(
        "freshness",
        keys(COLUMN, PROPERTY, KeySpec.optional("unit", List.of("minutes", "hours", "days"))));
    return all;
  }

  private static KeySpec arguments(String expected) {
    return KeySpec.optional("arguments", KeySpec.Type.MAP, expected);
  }

  private static List<KeySpec> keys(KeySpec... own) {
    return Stream.concat(Stream.of(own), DOCUMENTATION.stream()).toList();
  }
}
