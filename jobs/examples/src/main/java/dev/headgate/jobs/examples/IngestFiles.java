package dev.headgate.jobs.examples;

import dev.headgate.jobs.examples.IngestOptions.Mode;
import dev.headgate.jobs.protocol.RunReport;
import dev.headgate.jobs.protocol.RunSpec;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;

/**
 * Ingests files into a table of the lake. It knows nothing of branches: the default catalog of its
 * session is the view that it may write.
 *
 * <pre>
 * --format csv --option header=true --path airports.csv --table reference.airports --mode overwrite
 * --path flights.parquet --table operations.flights --mode overwrite-partitions
 *   --select "CAST(date AS DATE) AS flight_date, origin, destination, delay"
 *   --partitioned-by "days(flight_date)"
 * </pre>
 */
public final class IngestFiles {
  private final SparkSession spark;
  private final IngestOptions options;
  private final Optional<RunSpec.Target> target;

  private IngestFiles(SparkSession spark, IngestOptions options, Optional<RunSpec> run) {
    this.spark = spark;
    this.options = options;
    this.target =
        run.flatMap(
            spec ->
                spec.datasets().stream()
                    .filter(dataset -> dataset.name().equals(options.table()))
                    .findFirst());
  }

  public static void main(String[] args)
      throws IOException, NoSuchTableException, InterruptedException {
    try {
      IngestOptions options = IngestOptions.parse(args);
      try (SparkSession spark = SparkSession.builder().appName("ingest").getOrCreate()) {
        long rows = new IngestFiles(spark, options, RunSpec.ofThisProcess()).ingest();
        System.out.println(rows + " rows into " + options.table());
        RunReport.succeeded(Map.of("rows", Long.toString(rows))).send();
      }
    } catch (IllegalArgumentException e) {
      RunReport.failed(e.getMessage(), false).send();
      throw e;
    }
  }

  private long ingest() throws NoSuchTableException, InterruptedException {
    Observation seen = new Observation("ingest");
    Dataset<Row> rows =
        selected(read()).observe(seen, functions.count(functions.lit(1)).as("rows"));
    if (spark.catalog().tableExists(options.table())) {
      write(rows);
    } else {
      create(rows);
    }
    return ((Number) seen.getAsJava().get("rows")).longValue();
  }

  private Dataset<Row> read() {
    DataFrameReader reader = spark.read().format(options.format()).options(options.options());
    options.schema().ifPresent(reader::schema);
    return reader.load(options.paths().toArray(String[]::new));
  }

  private Dataset<Row> selected(Dataset<Row> files) {
    files.createOrReplaceTempView("files");
    String where = options.where().map(condition -> " WHERE " + condition).orElse("");
    return spark.sql("SELECT " + options.select() + " FROM files" + where);
  }

  private void write(Dataset<Row> rows) throws NoSuchTableException {
    switch (mode()) {
      case APPEND -> rows.writeTo(options.table()).append();
      case OVERWRITE -> rows.writeTo(options.table()).overwrite(functions.lit(true));
      case OVERWRITE_PARTITIONS -> rows.writeTo(options.table()).overwritePartitions();
    }
  }

  private void create(Dataset<Row> rows) {
    int dot = options.table().lastIndexOf('.');
    if (dot > 0) {
      spark.sql("CREATE NAMESPACE IF NOT EXISTS " + options.table().substring(0, dot));
    }
    rows.createOrReplaceTempView("ingested");
    String partitioning =
        options
            .partitionedBy()
            .or(() -> target.flatMap(RunSpec.Target::partitionedBy))
            .map(transforms -> " PARTITIONED BY (" + transforms + ")")
            .orElse("");
    spark.sql(
        "CREATE TABLE "
            + options.table()
            + " USING iceberg"
            + partitioning
            + " AS SELECT * FROM ingested");
  }

  private Mode mode() {
    return options.mode().or(() -> target.map(t -> Mode.of(t.write()))).orElse(Mode.APPEND);
  }
}
