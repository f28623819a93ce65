package dev.headgate.plugins.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What has to change in a table so that a result fits. Columns match by name, in any case and
 * order.
 *
 * @param added new columns as {@code path TYPE}
 * @param widened columns with a wider type, as {@code path TYPE type}
 * @param problems what cannot be had by adding and widening, each a phrase for people
 */
record SchemaChange(List<String> added, List<String> widened, List<String> problems) {
  private static final List<DataType> WHOLE_NUMBERS =
      List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

  static SchemaChange between(StructType table, StructType result) {
    SchemaChange change = new SchemaChange(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    change.compare("", table, result);
    return new SchemaChange(
        List.copyOf(change.added), List.copyOf(change.widened), List.copyOf(change.problems));
  }

  private void compare(String prefix, StructType table, StructType result) {
    Map<String, StructField> missing = byName(table);
    for (StructField field : result.fields()) {
      StructField old = missing.remove(key(field));
      String path = prefix + Sql.name(old == null ? field.name() : old.name());
      if (old == null) {
        added.add(path + " " + field.dataType().sql());
      } else {
        compareTypes(path, old.dataType(), field.dataType());
      }
    }
    for (StructField gone : missing.values()) {
      problems.add("column " + prefix + Sql.name(gone.name()) + " is not in the result");
    }
  }

  private void compareTypes(String path, DataType table, DataType result) {
    if (table instanceof StructType from && result instanceof StructType to) {
      compare(path + ".", from, to);
    } else if (!fits(result, table)) {
      if (canWiden(table, result)) {
        widened.add(path + " TYPE " + result.sql());
      } else {
        problems.add(
            "column "
                + path
                + " is "
                + result.sql()
                + " in the result and "
                + table.sql()
                + " in the table");
      }
    }
  }

  /** Whether a value of {@code type} is stored in {@code column} without loss. */
  private static boolean fits(DataType type, DataType column) {
    if (type instanceof NullType || type.sql().equals(column.sql())) {
      return true;
    }
    if (type instanceof ArrayType from && column instanceof ArrayType to) {
      return fits(from.elementType(), to.elementType());
    }
    if (type instanceof MapType from && column instanceof MapType to) {
      return fits(from.keyType(), to.keyType()) && fits(from.valueType(), to.valueType());
    }
    if (type instanceof StructType from && column instanceof StructType to) {
      SchemaChange change = between(to, from);
      return change.isEmpty();
    }
    int from = WHOLE_NUMBERS.indexOf(type);
    int to = WHOLE_NUMBERS.indexOf(column);
    return (from >= 0 && from < to) || canWiden(type, column);
  }

  /** Iceberg's promotions of a column's type. */
  private static boolean canWiden(DataType from, DataType to) {
    if (from instanceof DecimalType narrow && to instanceof DecimalType wide) {
      return narrow.scale() == wide.scale() && narrow.precision() < wide.precision();
    }
    return (from.equals(DataTypes.IntegerType) && to.equals(DataTypes.LongType))
        || (from.equals(DataTypes.FloatType) && to.equals(DataTypes.DoubleType));
  }

  private static Map<String, StructField> byName(StructType type) {
    Map<String, StructField> fields = new LinkedHashMap<>();
    for (StructField field : type.fields()) {
      fields.put(key(field), field);
    }
    return fields;
  }

  private static String key(StructField field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  boolean isEmpty() {
    return added.isEmpty() && widened.isEmpty() && problems.isEmpty();
  }
}
