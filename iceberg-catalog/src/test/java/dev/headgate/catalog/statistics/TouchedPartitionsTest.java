package dev.headgate.catalog.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

/** What differs between two snapshots, as a predicate; or nothing, where that cannot be said. */
class TouchedPartitionsTest extends TableFixture {
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.optional(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "day", Types.DateType.get()),
          Types.NestedField.optional(3, "carrier", Types.StringType.get()),
          Types.NestedField.optional(4, "x", Types.DoubleType.get()),
          Types.NestedField.optional(5, "n", Types.IntegerType.get()));
  private static final PartitionSpec BY_DAY =
      PartitionSpec.builderFor(SCHEMA).identity("day").build();

  private static DataFile file(PartitionSpec spec, int rows, Object... values) {
    return file(spec).withRecordCount(rows).withPartition(partition(spec, values)).build();
  }

  private static PartitionData partition(PartitionSpec spec, Object... values) {
    PartitionData partition = new PartitionData(spec.partitionType());
    for (int i = 0; i < values.length; i++) {
      partition.set(i, values[i]);
    }
    return partition;
  }

  private static void append(Table table, DataFile... files) {
    var append = table.newFastAppend();
    for (DataFile one : files) {
      append.appendFile(one);
    }
    append.commit();
  }

  private static Optional<TouchedPartitions> since(long base, Table table) {
    return TouchedPartitions.since(base, metadata(table), table.io());
  }

  /** A table with one row on each of days 0 to 2, and what a change of it touches. */
  private Optional<TouchedPartitions> byDay(Consumer<Table> change) {
    Table table = table(SCHEMA, BY_DAY, 2);
    append(table, file(BY_DAY, 100, 0), file(BY_DAY, 10, 1), file(BY_DAY, 1, 2));
    long base = snapshot(table);
    change.accept(table);
    return since(base, table);
  }

  @Test
  void nothingIsTouchedWhereNothingChanged() {
    assertThat(byDay(table -> {})).hasValue(new TouchedPartitions("FALSE", List.of("day"), 0));
    assertThat(byDay(table -> table.rewriteManifests().clusterBy(f -> "all").commit()))
        .hasValue(new TouchedPartitions("FALSE", List.of("day"), 0));
  }

  @Test
  void oldAndNewRowsOfTouchedPartitionsAreCounted() {
    assertThat(byDay(table -> append(table, file(BY_DAY, 5, 0), file(BY_DAY, 7, 9))))
        .hasValue(
            new TouchedPartitions(
                "((`day` <=> DATE '1970-01-01') OR (`day` <=> DATE '1970-01-10'))",
                List.of("day"),
                100 + 105 + 7));
  }

  @Test
  void whatWasDoneAndUndoneTouchesNothing() {
    assertThat(
            byDay(
                table -> {
                  DataFile passing = file(BY_DAY, 5, 0);
                  append(table, passing);
                  table.newDelete().deleteFile(passing).commit();
                }))
        .map(TouchedPartitions::predicate)
        .hasValue("FALSE");
  }

  @Test
  void aPartitionThatWasEmptiedIsTouched() {
    assertThat(
            byDay(
                table ->
                    table.newDelete().deleteFromRowFilter(Expressions.equal("day", 1)).commit()))
        .hasValue(new TouchedPartitions("((`day` <=> DATE '1970-01-02'))", List.of("day"), 10));
  }

  @Test
  void deleteFilesTouchTheirPartition() {
    assertThat(
            byDay(
                table ->
                    table
                        .newRowDelta()
                        .addDeletes(deletes(BY_DAY, partition(BY_DAY, 2), null))
                        .commit()))
        .hasValue(new TouchedPartitions("((`day` <=> DATE '1970-01-03'))", List.of("day"), 2));
  }

  /** Two vectors in one Puffin file are two; one that replaces another is another. */
  @Test
  void deletionVectorsTouchThePartitionsOfTheirFiles() {
    Table table = table(SCHEMA, BY_DAY, 3);
    DataFile first = file(BY_DAY, 100, 0);
    append(table, first, file(BY_DAY, 10, 1));
    table.newRowDelta().addDeletes(deletes(BY_DAY, first.partition(), first)).commit();
    long base = snapshot(table);
    append(table, file(BY_DAY, 1, 1));
    assertThat(since(base, table)).map(TouchedPartitions::rows).hasValue(21L);
    assertThat(since(base, table).orElseThrow().predicate()).doesNotContain("1970-01-01");
  }

  @Test
  void aFileThatIsAddedAnewIsAnotherForOlderDeletes() {
    Table table = table(SCHEMA, BY_DAY, 2);
    DataFile again = file(BY_DAY, 100, 0);
    append(table, again, file(BY_DAY, 10, 1));
    long base = snapshot(table);
    table.newDelete().deleteFile(again).commit();
    append(table, again);
    assertThat(since(base, table).orElseThrow().predicate())
        .isEqualTo("((`day` <=> DATE '1970-01-01'))");
  }

  @Test
  void rowsWithoutAValueAreAPartition() {
    assertThat(byDay(table -> append(table, file(BY_DAY, 5, (Object) null))))
        .hasValue(new TouchedPartitions("((`day` IS NULL))", List.of("day"), 5));
  }

  private Optional<TouchedPartitions> appended(PartitionSpec spec, Object... values) {
    Table table = table(SCHEMA, spec, 2);
    PartitionSpec own = table.spec();
    append(table, file(own, 1, values));
    long base = snapshot(table);
    append(table, file(own, 1, values));
    return since(base, table);
  }

  @Test
  void partitionsThatAreNoRangesAreNotSaid() {
    PartitionSpec.Builder bucket = PartitionSpec.builderFor(SCHEMA).bucket("id", 4);
    assertThat(appended(bucket.build(), 1)).isEmpty();
    assertThat(appended(PartitionSpec.builderFor(SCHEMA).truncate("id", 10).build(), 10L))
        .isEmpty();
    assertThat(appended(PartitionSpec.builderFor(SCHEMA).identity("x").build(), 1.5)).isEmpty();
    assertThat(
            appended(
                PartitionSpec.builderFor(SCHEMA).identity("day").bucket("id", 4).build(), 1, 2))
        .isEmpty();
    assertThat(appended(PartitionSpec.unpartitioned())).isEmpty();
    assertThat(appended(PartitionSpec.builderFor(SCHEMA).alwaysNull("id").build(), (Object) null))
        .isEmpty();
  }

  @Test
  void severalFieldsAreOneKeyAndDroppedOnesNone() {
    PartitionSpec spec =
        PartitionSpec.builderFor(SCHEMA).identity("carrier").alwaysNull("id").month("day").build();
    assertThat(appended(spec, "DL", null, 1))
        .hasValue(
            new TouchedPartitions(
                "((`carrier` <=> 'DL' AND `day` IS NOT NULL AND `day` >= DATE '1970-02-01'"
                    + " AND `day` < DATE '1970-03-01'))",
                List.of("carrier", "day"),
                3));
  }

  @Test
  void filesOfTwoSpecsAreNotComparedAndUntouchedOnesOfAnotherDoNotMatter() {
    Table table = table(SCHEMA, BY_DAY, 2);
    append(table, file(BY_DAY, 100, 0));
    table.updateSpec().addField("carrier").commit();
    long base = snapshot(table);
    PartitionSpec both = table.spec();
    append(table, file(both, 1, 1, "DL"));
    assertThat(since(base, table))
        .hasValue(
            new TouchedPartitions(
                "((`day` <=> DATE '1970-01-02' AND `carrier` <=> 'DL'))",
                List.of("day", "carrier"),
                1));
    table.newDelete().deleteFromRowFilter(Expressions.equal("day", 0)).commit();
    assertThat(since(base, table)).isEmpty();
  }

  @Test
  void aColumnThatIsNotWhatItWasLeavesOnlyAScan() {
    assertThat(byDay(table -> table.updateSchema().renameColumn("day", "date").commit()))
        .as("renamed")
        .isEmpty();
    assertThat(byDay(table -> table.updateSchema().addColumn("y", Types.LongType.get()).commit()))
        .as("added")
        .isEmpty();
    assertThat(
            byDay(
                table -> {
                  table.updateSchema().deleteColumn("x").commit();
                  table.updateSchema().addColumn("x", Types.DoubleType.get()).commit();
                }))
        .as("another of the same name")
        .isEmpty();
    assertThat(
            byDay(table -> table.updateSchema().updateColumn("n", Types.LongType.get()).commit()))
        .as("of another type")
        .isEmpty();
    assertThat(byDay(table -> table.updateSchema().deleteColumn("x").commit()))
        .as("dropped")
        .isPresent();
  }

  @Test
  void moreThanTwoHundredPartitionsAreNotListed() {
    DataFile[] files = new DataFile[201];
    for (int i = 0; i < files.length; i++) {
      files[i] = file(BY_DAY, 1, 100 + i);
    }
    assertThat(byDay(table -> append(table, files))).isEmpty();
    files[200] = files[0];
    assertThat(byDay(table -> append(table, files))).isPresent();
  }

  @Test
  void aSnapshotThatIsGoneSaysNothing() {
    Table table = table(SCHEMA, BY_DAY, 2);
    append(table, file(BY_DAY, 1, 0));
    assertThat(since(4711, table)).isEmpty();
    assertThat(since(4711, table(SCHEMA, BY_DAY, 2))).isEmpty();
  }
}
