package dev.headgate.catalog.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

/** Figures are exact, or there are none. */
class TableStatisticsTest extends TableFixture {
  private static final Type LONG = Types.LongType.get();
  private static final Type INT = Types.IntegerType.get();
  private static final Type DOUBLE = Types.DoubleType.get();
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.optional(1, "id", LONG),
          Types.NestedField.optional(2, "n", INT),
          Types.NestedField.optional(3, "x", DOUBLE),
          Types.NestedField.optional(4, "name", Types.StringType.get()),
          Types.NestedField.optional(5, "at", Types.TimestampType.withZone()),
          Types.NestedField.optional(
              6, "place", Types.StructType.of(Types.NestedField.optional(7, "lat", DOUBLE))));

  private Table table(int formatVersion) {
    return table(SCHEMA, PartitionSpec.unpartitioned(), formatVersion);
  }

  private static void append(Table table, Counted... files) {
    for (Counted one : files) {
      table.newAppend().appendFile(file(one)).commit();
    }
  }

  private static Counted ids(long rows, long nulls, long least, long greatest) {
    return new Counted(rows).nulls(1, nulls).bounds(1, LONG, least, greatest);
  }

  private static ColumnStatistics column(Table table, String name) {
    return statistics(table)
        .columns()
        .getOrDefault(
            name, new ColumnStatistics(OptionalLong.empty(), Optional.empty(), Optional.empty()));
  }

  private static ColumnStatistics told(long nulls, String lower, String upper) {
    return new ColumnStatistics(
        OptionalLong.of(nulls), Optional.ofNullable(lower), Optional.ofNullable(upper));
  }

  @Test
  void figuresAddUpOverFiles() {
    Table table = table(2);
    append(table, ids(10, 1, 5, 8), ids(20, 2, -3, 6), ids(5, 0, 7, 1_000_000_000_000L));
    assertThat(statistics(table).rows()).hasValue(35);
    assertThat(column(table, "id")).isEqualTo(told(3, "-3", "1000000000000"));
  }

  @Test
  void aTableWithoutRowsHasNoNullsAndNoBounds() {
    Table table = table(2);
    assertThat(statistics(table).rows()).hasValue(0);
    assertThat(column(table, "id")).isEqualTo(told(0, null, null));
    append(table, ids(10, 1, 5, 8));
    table.newDelete().deleteFromRowFilter(Expressions.alwaysTrue()).commit();
    assertThat(statistics(table).rows()).hasValue(0);
    assertThat(column(table, "id")).isEqualTo(told(0, null, null));
  }

  @Test
  void filesThatWereTakenOutDoNotCount() {
    Table table = table(2);
    DataFile gone = file(ids(10, 4, -100, 100));
    table.newAppend().appendFile(gone).appendFile(file(ids(2, 1, 3, 4))).commit();
    table.newDelete().deleteFile(gone).commit();
    assertThat(statistics(table).rows()).hasValue(2);
    assertThat(column(table, "id")).isEqualTo(told(1, "3", "4"));
  }

  @Test
  void oneFileWithoutAMetricLeavesItUnknown() {
    Table table = table(2);
    append(table, ids(10, 1, 5, 8), new Counted(3).bounds(1, LONG, 1L, 2L));
    assertThat(column(table, "id").nulls()).isEmpty();
    assertThat(column(table, "id").lower()).hasValue("1");

    Table another = table(2);
    append(another, new Counted(3).nulls(1, 2), ids(10, 1, 5, 8));
    assertThat(column(another, "id")).isEqualTo(told(3, null, null));

    Table none = table(2);
    append(none, new Counted(3));
    assertThat(statistics(none).rows()).hasValue(3);
    assertThat(statistics(none).columns()).isEmpty();
  }

  @Test
  void filesWithOnlyNullsOrNoRowsHaveNoBoundsAndNeedNone() {
    Table table = table(2);
    append(table, ids(10, 1, 5, 8), new Counted(3).nulls(1, 3), new Counted(0));
    assertThat(column(table, "id")).isEqualTo(told(4, "5", "8"));
  }

  @Test
  void deleteFilesLeaveEverythingUnknown() {
    PartitionSpec none = PartitionSpec.unpartitioned();
    DataFile file = file(ids(10, 1, 5, 8));
    DeleteFile equality =
        FileMetadata.deleteFileBuilder(none)
            .ofEqualityDeletes(1)
            .withPath("/data/equality.parquet")
            .withFileSizeInBytes(10)
            .withRecordCount(1)
            .build();
    for (DeleteFile deletes : new DeleteFile[] {deletes(none, null, null), equality}) {
      assertUnknownWhileThereAre(deletes, file, table(2));
    }
    assertUnknownWhileThereAre(deletes(none, null, file), file, table(3));
  }

  private static void assertUnknownWhileThereAre(DeleteFile deletes, DataFile file, Table table) {
    table.newAppend().appendFile(file).commit();
    table.newRowDelta().addDeletes(deletes).commit();
    assertThat(statistics(table)).isEqualTo(new TableStatistics(OptionalLong.empty(), Map.of()));
    table.newRewrite().deleteFile(deletes).commit();
    assertThat(statistics(table).rows()).hasValue(10);
    assertThat(column(table, "id")).isEqualTo(told(1, "5", "8"));
  }

  @Test
  void columnsAreKnownByTheirIds() {
    Table table = table(2);
    append(table, ids(10, 1, 5, 8).nulls(2, 0).bounds(2, INT, 1, 2));
    table.updateSchema().renameColumn("id", "key").deleteColumn("n").commit();
    table.updateSchema().addColumn("n", INT).commit();
    assertThat(column(table, "key")).isEqualTo(told(1, "5", "8"));
    assertThat(statistics(table).columns()).containsOnlyKeys("key");

    int added = table.schema().findField("n").fieldId();
    append(table, ids(1, 0, 9, 9).nulls(added, 0).bounds(added, INT, 7, 7));
    assertThat(column(table, "key").upper()).hasValue("9");
    assertThat(statistics(table).columns()).as("files from before it").containsOnlyKeys("key");
  }

  @Test
  void aWidenedColumnKeepsItsBounds() {
    Table table = table(2);
    append(table, new Counted(10).nulls(2, 0).bounds(2, INT, -7, 8));
    table.updateSchema().updateColumn("n", Types.LongType.get()).commit();
    append(table, new Counted(10).nulls(2, 0).bounds(2, LONG, 1L, 5_000_000_000L));
    assertThat(column(table, "n")).isEqualTo(told(0, "-7", "5000000000"));
  }

  @Test
  void stringsHaveNoBoundsAndFieldsOfStructsNoFigures() {
    Table table = table(2);
    append(
        table,
        new Counted(10)
            .nulls(4, 2)
            .bounds(4, Types.StringType.get(), "a", "b")
            .nulls(7, 0)
            .nans(7, 0)
            .bounds(7, DOUBLE, 1.0, 2.0));
    assertThat(statistics(table).columns()).isEqualTo(Map.of("name", told(2, null, null)));
  }

  private ColumnStatistics doubles(Counted... files) {
    Table table = table(2);
    append(table, files);
    return column(table, "x");
  }

  private static Counted doubles(double least, double greatest) {
    return new Counted(10).nulls(3, 0).bounds(3, DOUBLE, least, greatest);
  }

  @Test
  void floatingNumbersHaveBoundsWhereNoneIsNaN() {
    assertThat(doubles(doubles(0.1, 1e20).nans(3, 0)))
        .isEqualTo(told(0, "0.1", "100000000000000000000"));
    assertThat(doubles(doubles(0.1, 2.5))).isEqualTo(told(0, null, null));
    assertThat(doubles(doubles(0.1, 2.5).nans(3, 1))).isEqualTo(told(0, null, null));
    assertThat(doubles(doubles(0.1, 2.5).nans(3, 0), doubles(1, 2).nans(3, 1)))
        .isEqualTo(told(0, null, null));
  }

  @Test
  void zeroHasNoSignAndTheInfiniteNoText() {
    assertThat(doubles(doubles(-0.0, 0.0).nans(3, 0))).isEqualTo(told(0, "0", "0"));
    assertThat(doubles(doubles(Double.NEGATIVE_INFINITY, 1).nans(3, 0)))
        .isEqualTo(told(0, null, "1.0"));
  }

  @Test
  void timesInOrcFilesMayBeRounded() {
    Table table = table(2);
    Type type = Types.TimestampType.withZone();
    DataFile orc =
        file(PartitionSpec.unpartitioned())
            .withFormat(FileFormat.ORC)
            .withMetrics(
                ids(1, 0, 5, 5).nulls(5, 0).bounds(5, type, 1_000_999L, 1_000_999L).metrics())
            .build();
    table.newAppend().appendFile(orc).commit();
    assertThat(column(table, "id")).isEqualTo(told(0, "5", "5"));
    assertThat(column(table, "at")).isEqualTo(told(0, null, null));
  }
}
