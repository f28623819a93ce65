package dev.headgate.jobs.runtime;

import dev.headgate.jobs.protocol.AnalysisRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.connect.proto.ExecutePlanRequest;
import org.apache.spark.connect.proto.ExecutePlanResponse;
import org.apache.spark.connect.proto.Plan;
import org.apache.spark.connect.proto.Relation;
import org.apache.spark.connect.proto.SQL;
import org.apache.spark.connect.proto.SparkConnectServiceGrpc;
import org.apache.spark.connect.proto.UserContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connect.service.SparkConnectService;
import org.apache.spark.sql.connect.service.SparkConnectService$;
import org.sparkproject.connect.grpc.ManagedChannel;
import org.sparkproject.connect.grpc.ManagedChannelBuilder;

/**
 * Does once, on nothing, what runs and queries do, so that the build can keep the classes that they
 * load in an archive that each later Spark maps instead of loading them one by one (JEP 350). An
 * application for {@code spark-submit}; the argument is a folder for its files, made by it.
 */
public final class WarmUp {
  private final SparkSession spark;
  private final Path folder;

  private WarmUp(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    try (SparkSession spark = session(folder)) {
      WarmUp warmUp = new WarmUp(spark, folder);
      warmUp.write();
      warmUp.change();
      warmUp.analyze();
      warmUp.reachNoOne();
      warmUp.serve();
    }
    System.exit(0); // the service leaves threads behind
  }

  private static SparkSession session(Path folder) {
    return SparkSession.builder()
        .appName("warm-up")
        .config("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog")
        .config("spark.sql.catalog.lake.type", "hadoop")
        .config("spark.sql.catalog.lake.warehouse", folder.resolve("lake").toString())
        .config("spark.sql.defaultCatalog", "lake")
        .getOrCreate();
  }

  private void write() throws IOException {
    Path csv = folder.resolve("rows.csv");
    Files.write(csv, List.of("id,name,day", "1,one,2001-06-30", "2,two,2001-07-01"));
    spark
        .read()
        .option("header", "true")
        .schema("id BIGINT, name STRING, day DATE")
        .csv(csv.toString())
        .write()
        .parquet(folder.resolve("parquet").toString());
    spark.read().parquet(folder.resolve("parquet").toString()).createOrReplaceTempView("files");
    run("CREATE NAMESPACE IF NOT EXISTS warm");
    run("CREATE TABLE warm.t USING iceberg PARTITIONED BY (days(day)) AS SELECT * FROM files");
  }

  private void change() {
    run("SET spark.sql.sources.partitionOverwriteMode=dynamic");
    run("INSERT OVERWRITE warm.t SELECT * FROM files");
    run("INSERT INTO warm.t SELECT id + 2, UPPER(name), day FROM files");
    run("ALTER TABLE warm.t ADD COLUMN size INT");
    run(
        "MERGE INTO warm.t t USING (SELECT DISTINCT id, 'new' AS name FROM files) s ON t.id = s.id"
            + " WHEN MATCHED THEN UPDATE SET name = s.name");
    run("SELECT * FROM warm.t.snapshots");
    run(
        "SELECT a.day, COUNT(*), COUNT(DISTINCT a.name), AVG(a.id) FROM warm.t a"
            + " LEFT JOIN files b ON a.id = b.id GROUP BY a.day HAVING COUNT(*) > 0 ORDER BY 1");
  }

  private void analyze() {
    String query = "WITH w AS (SELECT * FROM warm.t) SELECT a.id FROM w a JOIN warm.t b USING (id)";
    spark
        .read()
        .format(AnalysisRequest.SOURCE)
        .option(AnalysisRequest.OPTION, new AnalysisRequest(Map.of("w", query), Map.of()).toJson())
        .load()
        .collectAsList();
  }

  /** A REST catalog that nobody answers for: its client's classes are loaded all the same. */
  private void reachNoOne() {
    run("SET spark.sql.catalog.rest=org.apache.iceberg.spark.SparkCatalog");
    run("SET spark.sql.catalog.rest.type=rest");
    run("SET spark.sql.catalog.rest.uri=http://127.0.0.1:1");
    try {
      run("SELECT * FROM rest.nobody.answers");
      throw new IllegalStateException("somebody answered");
    } catch (RuntimeException e) {
      System.out.println("as expected: " + e.getMessage());
    }
  }

  private void run(String statement) {
    spark.sql(statement).collectAsList();
  }

  /** A query over Spark Connect. */
  private void serve() {
    SparkConnectService.start(spark.sparkContext());
    int port = SparkConnectService$.MODULE$.localPort();
    ManagedChannel channel =
        ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    try {
      SQL sql =
          SQL.newBuilder()
              .setQuery("SELECT day, COUNT(*) FROM lake.warm.t GROUP BY day ORDER BY day")
              .build();
      ExecutePlanRequest request =
          ExecutePlanRequest.newBuilder()
              .setSessionId(UUID.randomUUID().toString())
              .setUserContext(UserContext.newBuilder().setUserId("warm-up"))
              .setPlan(Plan.newBuilder().setRoot(Relation.newBuilder().setSql(sql)))
              .build();
      Iterator<ExecutePlanResponse> answers =
          SparkConnectServiceGrpc.newBlockingStub(channel).executePlan(request);
      while (answers.hasNext()) {
        answers.next();
      }
    } finally {
      channel.shutdownNow();
      SparkConnectService$.MODULE$.server().shutdownNow();
    }
  }
}
