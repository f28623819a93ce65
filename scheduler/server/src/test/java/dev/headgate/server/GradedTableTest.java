package dev.headgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.types.Types;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any engine's user sees on a table whose it is and how good, as it is now. */
class GradedTableTest {
  private static final TableIdentifier ORDERS = TableIdentifier.of("sales", "orders");

  @TempDir private Path folder;

  private static Map<String, String> definitions(String version) {
    return Map.of(
        "domain.yaml",
        "domain: sales\nowners: [ana]\ngroups: {owners: [ana]}\n",
        "pipeline.yaml",
        """
        product: sales.shop
        datasets:
          orders: {contract: orders.odcs.yaml, job: {type: open}}
        promotion:
          approvals: {need: 1, from: [owners]}
        """,
        "orders.odcs.yaml",
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: sales-orders
        version: %s
        status: active
        schema:
          - name: orders
            properties:
              - {name: id, logicalType: integer, physicalType: BIGINT, description: the number}
        """
            .formatted(version));
  }

  @Test
  void aTableOfMainShowsProductContractAndGrade() throws Exception {
    try (WholeServer server = new WholeServer(folder)) {
      server.apply(definitions("1.0.0"));
      try (WholeServer.Opened release = server.open("sales.shop")) {
        release.branch().createNamespace(Namespace.of("sales"));
        Table table =
            release
                .branch()
                .createTable(
                    ORDERS, new Schema(Types.NestedField.required(1, "id", Types.LongType.get())));
        table.newAppend().appendFile(WholeServer.file(table, "")).commit();
        assertThat(table.properties()).as("a branch").doesNotContainKey("headgate.grade");
        release.judged("AWAITING_APPROVAL");
        release.approved();
      }
      JsonNode product = server.http().getJson("/api/v1/products/sales.shop");
      JsonNode grade = product.get("grade");
      for (String warehouse : new String[] {"main", "version-1"}) {
        assertThat(properties(server, warehouse))
            .as(warehouse)
            .containsEntry("headgate.product", "sales.shop")
            .containsEntry("headgate.owners", "ana")
            .containsEntry("headgate.contract", "sales-orders 1.0.0")
            .containsEntry(
                "headgate.grade",
                grade.get("grade").asText() + " (" + grade.get("points").asText() + " of 100)");
      }
      assertThat(grade.get("reasons")).hasSize(9);
      assertThat(product.get("waivers")).isEmpty();

      server.apply(definitions("1.0.1"));
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(properties(server, "main"))
                      .containsEntry("headgate.contract", "sales-orders 1.0.1"));

      server.apply(described(definitions("1.0.1")));
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(properties(server, "main"))
                      .as("whom the descriptor names")
                      .containsEntry("headgate.owners", "zoe"));
    }
  }

  private static Map<String, String> described(Map<String, String> definitions) {
    Map<String, String> files = new HashMap<>(definitions);
    files.put(
        "shop.odps.yaml",
        """
        apiVersion: v1.0.0
        kind: DataProduct
        id: shop
        version: 1.0.0
        status: active
        team: {members: [{username: zoe, role: Owner}]}
        """);
    return files;
  }

  private static Map<String, String> properties(WholeServer server, String warehouse)
      throws Exception {
    try (RESTCatalog view = server.view(warehouse)) {
      return view.loadTable(ORDERS).properties();
    }
  }
}
