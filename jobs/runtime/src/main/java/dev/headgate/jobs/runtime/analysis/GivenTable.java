package dev.headgate.jobs.runtime.analysis;

import dev.headgate.jobs.protocol.AnalysisRequest.Field;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.types.DataType;

/** A table that is nothing but columns. */
final class GivenTable implements Table {
  private final String name;
  private final Column[] columns;

  private GivenTable(String name, Column[] columns) {
    this.name = name;
    this.columns = columns;
  }

  /** An {@link IllegalArgumentException} where a type is none. */
  static GivenTable of(String name, List<Field> columns, ParserInterface parser) {
    return new GivenTable(
        name,
        columns.stream()
            .map(column -> Column.create(column.name(), type(name, column, parser)))
            .toArray(Column[]::new));
  }

  private static DataType type(String name, Field column, ParserInterface parser) {
    try {
      return parser.parseDataType(column.type());
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "the column " + column.name() + " given for " + name + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Column[] columns() {
    return columns.clone();
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }
}
