package dev.headgate.engine.contract;

import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.lake.TableDescription.PartitionKey;
import java.util.List;

/**
 * A table's columns in a line: {@code id:long!, address:struct<zip:string>}, with {@code !} where
 * the table itself allows no null; and its partition key: {@code day(day), id}.
 */
final class FieldNotation {
  private FieldNotation() {}

  static List<Field> fields(String text) {
    return text.isBlank()
        ? List.of()
        : ColumnNotation.split(text, ',').stream().map(FieldNotation::field).toList();
  }

  private static Field field(String text) {
    boolean required = text.endsWith("!");
    String plain = required ? text.substring(0, text.length() - 1) : text;
    int colon = plain.indexOf(':');
    int bracket = plain.indexOf('<');
    String type = plain.substring(colon + 1, bracket < 0 ? plain.length() : bracket);
    return new Field(
        plain.substring(0, colon),
        type,
        required,
        bracket < 0 ? List.of() : fields(plain.substring(bracket + 1, plain.length() - 1)));
  }

  static List<PartitionKey> partition(String text) {
    return text.isBlank()
        ? List.of()
        : ColumnNotation.split(text, ',').stream()
            .map(
                key ->
                    key.endsWith(")")
                        ? new PartitionKey(
                            key.substring(key.indexOf('(') + 1, key.length() - 1),
                            key.substring(0, key.indexOf('(')))
                        : new PartitionKey(key, "identity"))
            .toList();
  }
}
