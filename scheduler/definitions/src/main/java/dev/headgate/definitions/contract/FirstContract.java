package dev.headgate.definitions.contract;

import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.lake.TableDescription.PartitionKey;
import dev.headgate.model.product.DatasetName;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A first contract for people to go on with: what a table is now, as an ODCS v3.1 document. It
 * promises the columns, their types and the partition key, and that what has no nulls keeps none;
 * what the data means only people know.
 */
public final class FirstContract {
  private final StringBuilder text = new StringBuilder();
  private final TableDescription table;

  private FirstContract(TableDescription table) {
    this.table = table;
  }

  /** The document, as YAML. */
  public static String of(DatasetName dataset, TableDescription table) {
    FirstContract draft = new FirstContract(table);
    draft.document(dataset);
    return draft.text.toString();
  }

  private void document(DatasetName dataset) {
    line(0, "# What " + dataset + " promises, drafted from the table. Say what each column means,");
    line(0, "# then name this file in the pipeline, beside the dataset's job: contract: FILE");
    line(0, "apiVersion: v3.1.0");
    line(0, "kind: DataContract");
    line(0, "id: " + quoted(dataset.toString().replace('.', '-')));
    line(0, "version: 1.0.0");
    line(0, "status: draft");
    line(0, "schema:");
    line(1, "- name: " + quoted(dataset.table()));
    line(2, "logicalType: object");
    line(2, "properties:");
    for (Field field : table.fields()) {
      column(3, field, true);
    }
  }

  private void column(int depth, Field field, boolean top) {
    line(depth, "- name: " + quoted(field.name()));
    type(depth + 1, field);
    if (field.required()) {
      line(depth + 1, "required: true");
    } else if (top && hasNoNulls(field)) {
      line(depth + 1, "required: true # has no nulls so far; keep it only if it is promised");
    }
    if (top) {
      partition(depth + 1, field);
    }
    if (field.type().equals("struct")) {
      line(depth + 1, "properties:");
      field.fields().forEach(part -> column(depth + 2, part, false));
    }
  }

  private void type(int depth, Field field) {
    String logical =
        switch (kind(field)) {
          case "boolean" -> "boolean";
          case "int", "long" -> "integer";
          case "float", "double", "decimal" -> "number";
          case "date" -> "date";
          case "time" -> "time";
          case "timestamp", "timestamptz", "timestamp_ns", "timestamptz_ns" -> "timestamp";
          case "string", "uuid" -> "string";
          case "struct" -> "object";
          case "list" -> "array";
          default -> "";
        };
    if (!logical.isEmpty()) {
      line(depth, "logicalType: " + logical);
    }
    if (!logical.equals("object") && !field.type().equals("string")) {
      line(depth, "physicalType: " + quoted(physical(field)));
    }
  }

  /** In Spark's words, where it has one for it. */
  private static String physical(Field field) {
    List<Field> parts = field.fields();
    return switch (kind(field)) {
      case "long" -> "BIGINT";
      case "timestamp" -> "TIMESTAMP_NTZ";
      case "timestamptz" -> "TIMESTAMP_LTZ";
      case "list" -> "ARRAY<" + physical(parts.get(0)) + ">";
      case "map" -> "MAP<" + physical(parts.get(0)) + ", " + physical(parts.get(1)) + ">";
      case "struct" ->
          parts.stream()
              .map(part -> part.name() + ": " + physical(part))
              .collect(Collectors.joining(", ", "STRUCT<", ">"));
      default -> field.type().toUpperCase(Locale.ROOT);
    };
  }

  private static String kind(Field field) {
    return field.type().replaceAll("[(\\[].*", "");
  }

  private boolean hasNoNulls(Field field) {
    boolean filled = table.rows().isPresent() && table.rows().getAsLong() > 0;
    return filled
        && table.columns().containsKey(field.name())
        && table.columns().get(field.name()).nulls().equals(OptionalLong.of(0));
  }

  private void partition(int depth, Field field) {
    List<String> key =
        table.partition().stream()
            .filter(part -> !part.transform().equals("void"))
            .map(PartitionKey::column)
            .distinct()
            .toList();
    if (key.contains(field.name())) {
      line(depth, "partitioned: true");
      line(depth, "partitionKeyPosition: " + (key.indexOf(field.name()) + 1));
    }
  }

  private void line(int depth, String content) {
    text.append("  ".repeat(depth)).append(content).append('\n');
  }

  /** As it is where YAML cannot take it for anything else; else in single quotes. */
  private static String quoted(String value) {
    boolean plain =
        value.matches("[A-Za-z_][A-Za-z0-9_-]*")
            && !value.matches("(?i)true|false|null|yes|no|on|off|y|n");
    return plain ? value : "'" + value.replace("'", "''") + "'";
  }
}
