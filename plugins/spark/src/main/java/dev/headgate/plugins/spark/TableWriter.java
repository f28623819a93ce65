package dev.headgate.plugins.spark;

import dev.headgate.model.product.Dataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;

/** Writes a result into its dataset's table, as {@link WritePlan} says. */
final class TableWriter {
  private static final Pattern PARTITIONED_BY =
      Pattern.compile("(?m)^PARTITIONED BY \\((.*)\\)\\s*$");

  private final SparkSession spark;
  private final Dataset dataset;
  private final JobLog log;
  private final String table;

  TableWriter(SparkSession spark, Dataset dataset, JobLog log) {
    this.spark = spark;
    this.dataset = dataset;
    this.log = log;
    this.table = Sql.table(dataset.name());
  }

  /** Writes the rows and returns figures about the snapshot that this made. */
  Map<String, String> write(org.apache.spark.sql.Dataset<Row> rows)
      throws WritePlan.NotPossible, NoSuchTableException {
    Optional<WritePlan.Table> existing = existing();
    WritePlan plan = WritePlan.of(dataset, rows.schema(), existing);
    rows.createOrReplaceTempView(WritePlan.RESULT);
    if (existing.isEmpty()) {
      createNamespace();
    }
    for (String statement : plan.prepare()) {
      run(statement);
    }
    if (plan.write() instanceof WritePlan.Write.Statement statement) {
      run(statement.sql());
    } else if (plan.write() instanceof WritePlan.Write.Rows write) {
      write(rows, write.replacing());
    }
    return snapshot();
  }

  private void write(org.apache.spark.sql.Dataset<Row> rows, WritePlan.Replacing replacing)
      throws NoSuchTableException {
    switch (replacing) {
      case NOTHING -> {
        log.line("append to " + table);
        rows.writeTo(table).append();
      }
      case ALL_ROWS -> {
        log.line("replace all rows of " + table);
        rows.writeTo(table).overwrite(functions.lit(true));
      }
      case THEIR_PARTITIONS -> {
        log.line("replace the partitions of " + table + " that the result has rows for");
        rows.writeTo(table).overwritePartitions();
      }
    }
  }

  private Optional<WritePlan.Table> existing() {
    if (!spark.catalog().tableExists(table)) {
      return Optional.empty();
    }
    return Optional.of(new WritePlan.Table(spark.table(table).schema(), partitioning()));
  }

  private Partitioning partitioning() {
    String ddl = spark.sql("SHOW CREATE TABLE " + table).collectAsList().get(0).getString(0);
    Matcher matcher = PARTITIONED_BY.matcher(ddl);
    return matcher.find() ? Partitioning.parse(matcher.group(1)) : Partitioning.NONE;
  }

  private void createNamespace() {
    String namespace = dataset.name().namespace();
    for (int dot = namespace.indexOf('.'); dot >= 0; dot = namespace.indexOf('.', dot + 1)) {
      run("CREATE NAMESPACE IF NOT EXISTS " + Sql.namespace(namespace.substring(0, dot)));
    }
    run("CREATE NAMESPACE IF NOT EXISTS " + Sql.namespace(namespace));
  }

  private Map<String, String> snapshot() {
    List<Row> found =
        spark
            .sql(
                "SELECT s.snapshot_id, s.operation, s.summary FROM "
                    + table
                    + ".snapshots s JOIN "
                    + table
                    + ".refs r ON r.snapshot_id = s.snapshot_id WHERE r.name = 'main'")
            .collectAsList();
    Map<String, String> figures = new LinkedHashMap<>();
    for (Row row : found) {
      figures.put("snapshot", Long.toString(row.getLong(0)));
      figures.put("operation", row.getString(1));
      Map<String, String> summary = row.getJavaMap(2);
      for (String figure : List.of("added-records", "deleted-records", "total-records")) {
        Optional.ofNullable(summary.get(figure)).ifPresent(value -> figures.put(figure, value));
      }
    }
    return figures;
  }

  private void run(String statement) {
    log.line(statement);
    spark.sql(statement);
  }
}
