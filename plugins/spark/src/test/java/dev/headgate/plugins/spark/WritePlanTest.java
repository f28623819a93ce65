package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.model.product.WriteMode;
import dev.headgate.plugins.spark.WritePlan.Replacing;
import dev.headgate.plugins.spark.WritePlan.Write;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class WritePlanTest {
  private static final WriteMode OVERWRITE = new WriteMode.Overwrite();
  private static final WriteMode APPEND = new WriteMode.Append();
  private static final WriteMode PARTITIONS = new WriteMode.OverwritePartitions();
  private static final WriteMode MERGE = new WriteMode.Merge(List.of("id", "day"));
  private static final StructType SCHEMA = StructType.fromDDL("id INT, day DATE, name STRING");

  @Test
  void aMissingTableIsCreated() throws Exception {
    for (WriteMode mode : List.of(OVERWRITE, APPEND, PARTITIONS, MERGE)) {
      assertThat(WritePlan.of(World.dataset("a.b-c", "day(day)", mode), SCHEMA, Optional.empty()))
          .isEqualTo(
              new WritePlan(
                  List.of(),
                  new Write.Statement(
                      "CREATE TABLE `lake`.`a`.`b-c` USING iceberg PARTITIONED BY (days(`day`)) AS"
                          + " SELECT * FROM headgate_result")));
    }
  }

  @Test
  void anUnchangedTableIsWrittenByMode() throws Exception {
    assertThat(plan("day(day)", OVERWRITE, SCHEMA)).isEqualTo(rows(Replacing.ALL_ROWS));
    assertThat(plan("day(day)", APPEND, SCHEMA)).isEqualTo(rows(Replacing.NOTHING));
    assertThat(plan("days(DAY)", PARTITIONS, SCHEMA)).isEqualTo(rows(Replacing.THEIR_PARTITIONS));
    assertThat(plan(null, APPEND, SCHEMA)).isEqualTo(rows(Replacing.NOTHING));
    assertThat(plan("day(day)", MERGE, SCHEMA))
        .isEqualTo(
            new WritePlan(
                List.of(),
                new Write.Statement(
                    "MERGE INTO `lake`.`a`.`b` t USING headgate_result s ON t.`id` <=> s.`id` AND"
                        + " t.`day` <=> s.`day` WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED"
                        + " THEN INSERT *")));
  }

  @Test
  void newAndWiderColumnsAreAltered() throws Exception {
    StructType more =
        StructType.fromDDL("day DATE, ID BIGINT, name STRING, `odd ``name` DECIMAL(9,2)");

    for (WriteMode mode : List.of(OVERWRITE, APPEND, PARTITIONS)) {
      assertThat(plan("day(day)", mode, more).prepare())
          .containsExactly(
              "ALTER TABLE `lake`.`a`.`b` ADD COLUMNS (`odd ``name` DECIMAL(9,2))",
              "ALTER TABLE `lake`.`a`.`b` ALTER COLUMN `id` TYPE BIGINT");
    }
  }

  @Test
  void otherChangesReplaceTheTableOrAreRefused() throws Exception {
    StructType other = StructType.fromDDL("id STRING, day DATE");

    assertThat(plan(null, OVERWRITE, other).write())
        .isEqualTo(
            new Write.Statement(
                "CREATE OR REPLACE TABLE `lake`.`a`.`b` USING iceberg PARTITIONED BY (days(`day`))"
                    + " AS SELECT * FROM headgate_result"));
    assertThatThrownBy(() -> plan("day(day)", APPEND, other))
        .isInstanceOf(WritePlan.NotPossible.class)
        .hasMessage(
            "a.b cannot take the result: column `id` is STRING in the result and INT in the table;"
                + " column `name` is not in the result. Make the SELECT fit the table, or write:"
                + " overwrite, which replaces the table");
  }

  @Test
  void aKeptPartitioningMustStillBePossible() throws Exception {
    assertThat(plan(null, OVERWRITE, StructType.fromDDL("id INT")).write())
        .isEqualTo(
            new Write.Statement(
                "CREATE OR REPLACE TABLE `lake`.`a`.`b` USING iceberg AS SELECT * FROM"
                    + " headgate_result"));
  }

  @Test
  void anotherPartitioningDependsOnTheMode() throws Exception {
    assertThat(plan("month(day)", OVERWRITE, SCHEMA).write()).isInstanceOf(Write.Statement.class);
    assertThat(plan("month(day), id", APPEND, SCHEMA).prepare())
        .containsExactly(
            "ALTER TABLE `lake`.`a`.`b` DROP PARTITION FIELD days(`day`)",
            "ALTER TABLE `lake`.`a`.`b` ADD PARTITION FIELD months(`day`)",
            "ALTER TABLE `lake`.`a`.`b` ADD PARTITION FIELD `id`");
    assertThatThrownBy(() -> plan("month(day)", PARTITIONS, SCHEMA))
        .isInstanceOf(WritePlan.NotPossible.class);
  }

  @Test
  void partitionColumnsAndKeysMustBeInTheResult() {
    assertThatThrownBy(() -> plan("day(at)", APPEND, SCHEMA))
        .hasMessage("partitionedBy: the result has no column 'at', it has [day, id, name]");
    assertThatThrownBy(() -> plan(null, new WriteMode.Merge(List.of("key")), SCHEMA))
        .hasMessage("merge: the result has no column 'key', it has [day, id, name]");
  }

  @Test
  void narrowerValuesFitWithoutAChange() throws Exception {
    StructType narrow = StructType.fromDDL("id TINYINT, day DATE, name VOID");

    assertThat(plan("day(day)", APPEND, narrow).prepare()).isEmpty();
  }

  private static WritePlan rows(Replacing replacing) {
    return new WritePlan(List.of(), new Write.Rows(replacing));
  }

  private static WritePlan plan(String partitionedBy, WriteMode mode, StructType result)
      throws WritePlan.NotPossible {
    WritePlan.Table table = new WritePlan.Table(SCHEMA, Partitioning.parse("days(`day`)"));
    return WritePlan.of(World.dataset("a.b", partitionedBy, mode), result, Optional.of(table));
  }
}
