package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset that Spark makes as a view on a release's branch, and what its contract allows. */
class ViewContractIT {
  private static final Map<String, String> DEFINITIONS =
      Map.of(
          "domain.yaml",
          "domain: sales\nowners: [ana]\n",
          "pipeline.yaml",
          """
          product: sales.shop
          datasets:
            totals: {contract: totals.odcs.yaml, job: {type: open}}
          """,
          "totals.odcs.yaml",
          """
          apiVersion: v3.1.0
          kind: DataContract
          id: totals
          version: 1.0.0
          status: active
          description: {purpose: What was sold}
          team: [{username: ana, role: owner}]
          schema:
            - name: totals
              properties:
                - {name: id, logicalType: integer, physicalType: BIGINT, partitioned: true, partitionKeyPosition: 1}
                - {name: total, logicalType: number, physicalType: DOUBLE}
          """);

  @TempDir private Path folder;

  @Test
  void sparkMakesAViewThatIsHeldToItsContract() throws Exception {
    try (LocalServer server = new LocalServer(folder);
        StockSpark spark = StockSpark.start(folder.resolve("spark"), Map.of())) {
      apply(server);
      JsonNode opened = server.post("/products/sales.shop/open", Map.of()).body();
      String release = "/releases/" + opened.path("id").asLong();
      await(server, release, "BUILDING");
      spark.catalog(
          "branch",
          server.iceberg(),
          opened.path("warehouse").asText(),
          opened.path("token").asText());
      spark.sql("CREATE NAMESPACE IF NOT EXISTS branch.sales");

      refused(
          spark,
          "CREATE VIEW branch.sales.totals AS SELECT 1 AS id, 'x' AS note",
          "column 'id' is int, but totals.odcs.yaml 1.0.0 wants BIGINT (long); column 'total' is"
              + " missing: totals.odcs.yaml 1.0.0 wants it as DOUBLE; column 'note' (string)");
      spark.sql("CREATE VIEW branch.sales.totals AS SELECT CAST(1 AS BIGINT) AS id, 2.5D AS total");
      refused(
          spark,
          "CREATE OR REPLACE VIEW branch.sales.totals AS SELECT CAST(1 AS BIGINT) AS id",
          "column 'total' is missing: totals.odcs.yaml 1.0.0");
      assertThat(spark.sql("SELECT * FROM branch.sales.totals")).isEqualTo("[[1,2.5]]");

      assertThat(server.post(release + "/close", Map.of()).status()).isEqualTo(200);
      assertThat(await(server, release, "PROMOTED").at("/verdict/results").toString())
          .contains("2 columns as promised; it is a view, which is not asked for a partition key");
      spark.catalog("main", server.iceberg(), "main", "");
      assertThat(spark.sql("SELECT * FROM main.sales.totals")).isEqualTo("[[1,2.5]]");
    }
  }

  private static void refused(StockSpark spark, String statement, String mismatches) {
    assertThatThrownBy(() -> spark.sql(statement))
        .hasMessageContaining("sales.totals cannot be written like this on release-")
        .hasMessageContaining(mismatches);
  }

  private static void apply(LocalServer server) throws Exception {
    Map<String, Map<String, String>> files =
        DEFINITIONS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> Map.of("text", e.getValue())));
    LocalServer.Answer applied = server.post("/apply", Map.of("root", "/", "files", files));
    assertThat(applied.status()).as(applied.body().toString()).isEqualTo(200);
  }

  private static JsonNode await(LocalServer server, String release, String state) {
    return Awaitility.await(release + " " + state)
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> server.get(release).body(),
            r -> {
              assertThat(r.path("state").asText()).isNotIn("FAILED", "HELD");
              return r.path("state").asText().equals(state);
            });
  }
}
