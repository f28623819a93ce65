package dev.headgate.catalog.statistics;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.types.Comparators;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * Adds up one column over data files. It goes by the field's id: a file from before a column was
 * added, or with a dropped one of the same name, does not know it, and then neither do we.
 */
final class ColumnTally {
  private final int id;
  private final Type type;
  private final BoundTally lower;
  private final BoundTally upper;
  private long nulls;
  private boolean nullsKnown = true;

  ColumnTally(Types.NestedField column) {
    this.id = column.fieldId();
    this.type = column.type();
    Comparator<Object> order = Comparators.forType(type.asPrimitiveType());
    this.lower = new BoundTally(order);
    this.upper = new BoundTally(order.reversed());
  }

  void add(DataFile file) {
    if (file.recordCount() == 0) {
      return;
    }
    Long nullsHere = at(file.nullValueCounts());
    if (nullsHere == null) {
      nullsKnown = false;
    } else {
      nulls += nullsHere;
    }
    boolean hasValues = nullsHere == null || nullsHere < file.recordCount();
    if (hasValues && (lower.isKnown() || upper.isKnown())) {
      lower.add(bound(file, file.lowerBounds()));
      upper.add(bound(file, file.upperBounds()));
    }
  }

  private Optional<Object> bound(DataFile file, Map<Integer, ByteBuffer> bounds) {
    ByteBuffer bytes = at(bounds);
    return bytes != null && ExactValues.areExact(type, file.format()) && !mayHaveNaN(file)
        ? ExactValues.read(type, bytes)
        : Optional.empty();
  }

  private boolean mayHaveNaN(DataFile file) {
    boolean floating = type.typeId() == Type.TypeID.FLOAT || type.typeId() == Type.TypeID.DOUBLE;
    Long count = at(file.nanValueCounts());
    return floating && (count == null || count != 0);
  }

  private <T> T at(Map<Integer, T> metrics) {
    return metrics == null ? null : metrics.get(id);
  }

  ColumnStatistics statistics() {
    return new ColumnStatistics(
        nullsKnown ? OptionalLong.of(nulls) : OptionalLong.empty(),
        lower.value().flatMap(value -> ExactValues.text(type, value)),
        upper.value().flatMap(value -> ExactValues.text(type, value)));
  }
}
