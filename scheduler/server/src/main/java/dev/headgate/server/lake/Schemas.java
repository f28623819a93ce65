package dev.headgate.server.lake;

import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.lake.TableDescription.PartitionKey;
import java.util.List;
import java.util.Locale;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Iceberg's schemas and partition specs as the model has them. */
final class Schemas {
  private Schemas() {}

  static List<Field> fields(Schema schema) {
    return fields(schema.asStruct());
  }

  /** Of structs their fields, of lists {@code element}, of maps {@code key} and {@code value}. */
  private static List<Field> fields(Type type) {
    return type.isNestedType()
        ? type.asNestedType().fields().stream().map(Schemas::field).toList()
        : List.of();
  }

  private static Field field(Types.NestedField field) {
    Type type = field.type();
    String name =
        type.isNestedType() ? type.typeId().name().toLowerCase(Locale.ROOT) : type.toString();
    return new Field(field.name(), name, field.isRequired(), fields(type));
  }

  /** Without fields that were dropped and only keep their place. */
  static List<PartitionKey> partition(PartitionSpec spec) {
    return spec.fields().stream()
        .filter(field -> !field.transform().isVoid())
        .map(field -> key(field, spec.schema()))
        .toList();
  }

  private static PartitionKey key(PartitionField field, Schema schema) {
    return new PartitionKey(schema.findColumnName(field.sourceId()), field.transform().toString());
  }
}
