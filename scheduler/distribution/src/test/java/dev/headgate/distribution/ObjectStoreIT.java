package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The warehouse on S3: a product is built by Spark, promoted, built again, rolled back and read by
 * a stock Spark, and no file is anywhere but in the bucket.
 */
class ObjectStoreIT {
  private static final String PRODUCT = "shop.sales";
  private static final String DOMAIN = "domain: shop\nowners: [ana]\n";
  private static final String PIPELINE =
      """
      product: shop.sales
      datasets:
        orders:
          partitionedBy: region
          job: {type: spark-sql, file: orders.sql}
          checks:
            - {metric: rowCount, mustBeGreaterThan: 0}
        totals:
          inputs: [shop.orders]
          job: {type: spark-sql, file: totals.sql}
      """;
  private static final String TOTALS =
      "SELECT region, SUM(id) AS total FROM shop.orders GROUP BY 1";

  @Test
  void aProductIsBuiltPromotedRolledBackAndReadOnS3(@TempDir Path folder) throws Exception {
    Path home = folder.resolve("home");
    try (S3Proxy s3 = S3Proxy.start(folder, "lake");
        ChildProcess server = serve(home, folder.resolve("server.out"), s3)) {
      server.awaitOutput("Headgate is at (\\S+)");
      Path definitions = definitions(folder, 3);
      Distribution.run(home, "apply", definitions.toString(), "--as", "ana");
      Distribution.run(home, "build", PRODUCT, "--wait", "--as", "ana");
      assertThat(sum(home, "main")).isEqualTo(6);

      definitions(folder, 4);
      Distribution.run(home, "apply", definitions.toString(), "--as", "ana");
      Distribution.run(home, "build", PRODUCT, "--wait", "--as", "ana");
      assertThat(sum(home, "main")).isEqualTo(10);
      assertThat(sum(home, "version-1")).isEqualTo(6);

      Distribution.run(home, "rollback", PRODUCT, "--reason", "a test", "--wait", "--as", "ana");
      assertThat(sum(home, "main")).isEqualTo(6);
      assertThat(sum(home, "version-2")).isEqualTo(10);

      String uri = server.awaitOutput("Headgate is at (\\S+)").group(1) + "/iceberg";
      Map<String, String> settings = new TreeMap<>(s3.settings("spark.hadoop."));
      try (StockSpark spark = StockSpark.start(folder.resolve("stock"), settings)) {
        spark.catalog("lake", uri, "main", "");
        assertThat(spark.sql("SELECT * FROM lake.shop.totals ORDER BY region"))
            .isEqualTo("[[even,2], [odd,4]]");
        assertThat(
                spark.sql("SELECT DISTINCT substr(file_path, 1, 11) FROM lake.shop.orders.files"))
            .isEqualTo("[[s3a://lake/]]");
      }
      assertThat(server.terminate()).isIn(0, 143);
    }
    assertThat(tableFiles(home)).as("outside of the bucket").isEmpty();
    assertThat(tableFiles(folder.resolve("objects/lake"))).isNotEmpty();
  }

  private static ChildProcess serve(Path home, Path output, S3Proxy s3) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("lake.warehouse", "s3a://lake/warehouse");
    settings.putAll(s3.settings("lake.hadoop."));
    settings.putAll(s3.settings("plugin.spark.conf.spark.hadoop."));
    settings.put("plugin.spark.memory", "1g");
    settings.put("plugin.spark.conf.spark.sql.shuffle.partitions", "1");
    settings.put("plugin.spark.conf.spark.driver.extraJavaOptions", Distribution.SHORT_LIVED);
    List<String> arguments = new ArrayList<>(List.of("server"));
    settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    return Distribution.start(home, output, arguments.toArray(String[]::new));
  }

  private static Path definitions(Path folder, int rows) throws IOException {
    Path definitions = Files.createDirectories(folder.resolve("definitions"));
    Files.writeString(definitions.resolve("domain.yaml"), DOMAIN);
    Files.writeString(definitions.resolve("pipeline.yaml"), PIPELINE);
    Files.writeString(
        definitions.resolve("orders.sql"),
        "SELECT id, IF(id % 2 = 0, 'even', 'odd') AS region FROM range(1, " + (rows + 1) + ")");
    Files.writeString(definitions.resolve("totals.sql"), TOTALS);
    return definitions;
  }

  private static long sum(Path home, String view) {
    JsonNode answer =
        Distribution.json(home, "sql", "--at", view, "SELECT SUM(total) FROM shop.totals");
    return answer.at("/rows/0/0").asLong();
  }

  private static List<String> tableFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".parquet") || file.endsWith(".avro"))
          .toList();
    }
  }
}
