package dev.headgate.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.rest.RESTCatalog;
import org.junit.jupiter.api.Test;

/** Where a table is renamed to, and what becomes of that meanwhile. */
class RenameTest extends EndpointTest {
  private static final Namespace OTHER = Namespace.of("other");
  private static final TableIdentifier MOVED = TableIdentifier.of(OTHER, "flights");
  private static final String RENAME =
      "{\"source\":{\"namespace\":[\"ops\"],\"name\":\"flights\"},"
          + "\"destination\":{\"namespace\":[\"other\"],\"name\":\"flights\"}}";

  @Test
  void aNamespaceThatIsNotThereIsSaidToBeMissing() {
    for (String warehouse : new String[] {"release-1", "main"}) {
      RESTCatalog client =
          warehouse.equals("main") ? client(warehouse) : client(warehouse, branch(warehouse));
      client.createTable(FLIGHTS, SCHEMA);
      assertThatThrownBy(() -> client.renameTable(FLIGHTS, MOVED))
          .isInstanceOf(NoSuchNamespaceException.class)
          .hasMessageContaining("Namespace does not exist: other");
    }
  }

  /** The rename has looked, and waits for the lake's lock, when the namespace is dropped. */
  @Test
  void aNamespaceThatWasDroppedMeanwhileIsSaidToBeMissing() throws Exception {
    lake().main().createTable(FLIGHTS, SCHEMA);
    lake().main().createNamespace(OTHER);
    try (Connection connection = testLake().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeQuery("SELECT lsn FROM lake WHERE id = 1 FOR UPDATE").close();
      CompletableFuture<Http.Answer> rename =
          CompletableFuture.supplyAsync(() -> http().post("/v1/main/tables/rename", RENAME));
      await().atMost(Duration.ofSeconds(30)).until(this::someoneIsBlocked);
      drop(statement, OTHER);
      connection.commit();

      Http.Answer answer = rename.get(30, TimeUnit.SECONDS);
      assertThat(answer.status()).as(answer.message()).isEqualTo(404);
      assertThat(answer.json().at("/error/type").asText()).isEqualTo("NoSuchNamespaceException");
    }
    assertThat(lake().main().tableExists(FLIGHTS)).isTrue();
  }

  private boolean someoneIsBlocked() throws SQLException {
    try (Connection connection = testLake().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet blocked =
            statement.executeQuery(
                "SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL")) {
      return blocked.next();
    }
  }

  /** As a drop does that got the lock first. */
  private static void drop(Statement statement, Namespace namespace) throws SQLException {
    statement.execute(
        "UPDATE lake_pointer SET to_lsn = (SELECT lsn + 1 FROM lake WHERE id = 1) WHERE name = ''"
            + " AND namespace = '"
            + namespace
            + "'");
    statement.execute(
        "INSERT INTO lake_instant (lsn, at_millis, cause) SELECT lsn + 1, 0, 'drop' FROM lake");
    statement.execute("UPDATE lake SET lsn = lsn + 1");
  }
}
