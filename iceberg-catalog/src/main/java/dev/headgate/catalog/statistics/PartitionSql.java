package dev.headgate.catalog.statistics;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * Partitions of one spec as predicates over the columns that it is made of. They are true or false
 * for every row, never null.
 */
final class PartitionSql {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final Map<String, ChronoUnit> PERIODS =
      Map.of(
          "year", ChronoUnit.YEARS,
          "month", ChronoUnit.MONTHS,
          "day", ChronoUnit.DAYS,
          "hour", ChronoUnit.HOURS);

  private final List<Part> parts;

  private PartitionSql(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * One field of the key.
   *
   * @param period that its values count, from 1970 on; empty: they are the column's
   */
  private record Part(int position, String column, Type type, Optional<ChronoUnit> period) {
    Optional<String> predicate(Object value) {
      String name = Literals.name(column);
      if (value == null) {
        return Optional.of(name + " IS NULL");
      }
      if (period.isEmpty()) {
        return Literals.of(type, value).map(literal -> name + " <=> " + literal);
      }
      LocalDateTime start = EPOCH.plus(((Integer) value).longValue(), period.get());
      Optional<String> from = Literals.at(type, start);
      Optional<String> to = Literals.at(type, start.plus(1, period.get()));
      return from.isPresent() && to.isPresent()
          ? Optional.of(
              "%1$s IS NOT NULL AND %1$s >= %2$s AND %1$s < %3$s"
                  .formatted(name, from.get(), to.get()))
          : Optional.empty();
    }
  }

  /** Empty where the spec has no fields, or one whose partitions are no ranges of a column. */
  static Optional<PartitionSql> of(PartitionSpec spec, Schema schema) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < spec.fields().size(); i++) {
      PartitionField field = spec.fields().get(i);
      if (!field.transform().isVoid()) {
        Optional<Part> part = part(i, field, schema);
        if (part.isEmpty()) {
          return Optional.empty();
        }
        parts.add(part.get());
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new PartitionSql(parts));
  }

  private static Optional<Part> part(int position, PartitionField field, Schema schema) {
    Optional<ChronoUnit> period = Optional.ofNullable(PERIODS.get(field.transform().toString()));
    if (period.isEmpty() && !field.transform().isIdentity()) {
      return Optional.empty();
    }
    return schema.columns().stream()
        .filter(column -> column.fieldId() == field.sourceId())
        .findFirst()
        .map(column -> part(position, column, period));
  }

  private static Part part(int position, Types.NestedField column, Optional<ChronoUnit> period) {
    return new Part(position, column.name(), column.type(), period);
  }

  List<String> columns() {
    return parts.stream().map(Part::column).distinct().toList();
  }

  /** Holds for the rows of one partition; empty where SQL cannot say which they are. */
  Optional<String> predicate(StructLike partition) {
    List<String> predicates = new ArrayList<>();
    for (Part part : parts) {
      Optional<String> predicate = part.predicate(partition.get(part.position(), Object.class));
      if (predicate.isEmpty()) {
        return Optional.empty();
      }
      predicates.add(predicate.get());
    }
    return Optional.of("(" + String.join(" AND ", predicates) + ")");
  }
}
