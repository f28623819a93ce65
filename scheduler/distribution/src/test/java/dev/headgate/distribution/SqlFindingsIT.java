package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark finds in SQL when definitions are planned, and what becomes of it. */
class SqlFindingsIT {
  private static final String SHOP =
      """
      product: shop.orders
      datasets:
        orders:
          contract: orders.odcs.yaml
          job: {type: spark-sql, file: orders.sql}
      """;
  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: shop-orders
      version: %s
      status: active
      description: {purpose: to be read}
      team: [{username: ana, role: Owner}]
      slaProperties: [{property: latency, value: 1, unit: d}, {property: retention, value: 1, unit: y}]
      schema:
        - name: orders
          logicalType: object
          properties:
      """;
  private static final String REPORT =
      """
      product: report.sums
      datasets:
        sums:
          inputs: [%s]
          job: {type: spark-sql, file: sums.sql}
      """;

  @TempDir private Path folder;

  @Test
  void inputsAreComparedAndConsumersAreHitByColumn() throws Exception {
    Path home = folder.resolve("home");
    write("shop/domain.yaml", "domain: shop\nowners: [ana]\n");
    write("report/domain.yaml", "domain: report\nowners: [ben]\n");
    write("shop/pipeline.yaml", SHOP);
    orders("1.0.0", "id", "region", "note");
    write(
        "report/sums.sql", "-- by region\nSELECT region, SUM(id) AS s FROM shop.orders GROUP BY 1");
    write("report/pipeline.yaml", REPORT.formatted("shop.customers"));
    try (ChildProcess server = serve(home)) {
      server.awaitOutput("Headgate is at (\\S+)");
      assertThatThrownBy(() -> headgate(home, "apply"))
          .hasMessageContaining(
              "report/sums.sql:2:34: report.sums reads shop.orders, which is not among its inputs");

      write("report/pipeline.yaml", REPORT.formatted("shop.orders, shop.customers"));
      assertThat(headgate(home, "apply"))
          .contains(
              "Warning: report/pipeline.yaml:4:27: the input shop.customers of report.sums is read by");
      Distribution.run(home, "build", "shop.orders", "--wait", "--as", "ana");

      orders("2.0.0", "id", "region");
      assertThat(hits(home)).as("what it does not use").isEmpty();
      orders("2.0.0", "id", "note");
      assertThat(hits(home)).singleElement().extracting(JsonNode::asText).isEqualTo("region");
      assertThat(server.terminate()).isIn(0, 143);
    }
  }

  /** The columns by which the report is hit. */
  private Iterable<JsonNode> hits(Path home) {
    JsonNode plan = Distribution.json(home, "plan", folder.resolve("definitions").toString());
    assertThat(plan.at("/contracts/0/consumers")).as(plan.toString()).hasSize(1);
    return plan.at("/contracts/0/consumers/0/columns");
  }

  private String headgate(Path home, String command) {
    return Distribution.run(home, command, folder.resolve("definitions").toString(), "--as", "ana");
  }

  private static ChildProcess serve(Path home) {
    return Distribution.start(
        home,
        home.resolveSibling("server.out"),
        "server",
        "--set",
        "plugin.spark.memory=1g",
        "--set",
        "plugin.spark.conf.spark.sql.shuffle.partitions=1",
        "--set",
        "plugin.spark.conf.spark.driver.extraJavaOptions=" + Distribution.SHORT_LIVED);
  }

  /** The dataset, its contract and its SQL, all columns numbers. */
  private void orders(String version, String... columns) throws IOException {
    StringBuilder contract = new StringBuilder(CONTRACT.formatted(version));
    for (String column : columns) {
      contract.append(
          "      - {name: %s, logicalType: integer, physicalType: BIGINT}\n".formatted(column));
    }
    write("shop/orders.odcs.yaml", contract.toString());
    write(
        "shop/orders.sql",
        "SELECT id AS " + String.join(", id AS ", columns) + " FROM range(1, 4)");
  }

  private void write(String file, String content) throws IOException {
    Path path = folder.resolve("definitions").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
