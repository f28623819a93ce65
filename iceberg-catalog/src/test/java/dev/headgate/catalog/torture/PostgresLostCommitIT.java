package dev.headgate.catalog.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.promotion.StepObserver;
import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.state.UnknownOutcomeException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over a line of TCP that really breaks; and with a backend that is terminated. */
class PostgresLostCommitIT extends LostCommitSuite {
  private static EmbeddedPostgres server;
  private static int databases;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static String freshDatabase() {
    String name = "lost" + ++databases;
    Jdbi.create(server.getPostgresDatabase())
        .useHandle(handle -> handle.execute("CREATE DATABASE " + name));
    return name;
  }

  @Override
  BreakableLine line(Path folder) {
    return new PostgresLine(server.getPort(), freshDatabase());
  }

  @Test
  void aTerminatedBackendHasNotPromoted() {
    Database database = new Database(server.getJdbcUrl("postgres", freshDatabase()), "postgres");
    try (HikariDataSource pool = database.pool();
        VersionedCatalog lake =
            Database.lake(pool, folder.resolve("terminated"), StepObserver.NONE)) {
      lake.createBranch(BranchSpec.everything("release-1"));
      lake.branch("release-1").createNamespace(Accounts.BANK);
      String digest = lake.freeze("release-1", "evidence");
      Map<String, String> digests = Map.of("release-1", digest);

      assertThatThrownBy(
              () ->
                  lake.promote(
                      digests, "test", (connection, promoted) -> terminate(backendOf(connection))))
          .isInstanceOf(UnknownOutcomeException.class);

      assertThat(lake.settle("release-1")).isEmpty();
      assertThat(lake.main().namespaceExists(Accounts.BANK)).isFalse();
      lake.promote(digests, "test", (connection, promoted) -> {});
      assertThat(lake.settle("release-1")).isPresent();
      assertThat(lake.main().namespaceExists(Accounts.BANK)).isTrue();
    }
  }

  private static int backendOf(Connection connection) {
    return Jdbi.create(connection)
        .withHandle(
            handle -> handle.createQuery("SELECT pg_backend_pid()").mapTo(Integer.class).one());
  }

  /** Waits until it is gone. */
  private static void terminate(int backend) {
    Jdbi.create(server.getPostgresDatabase())
        .useHandle(handle -> handle.execute("SELECT pg_terminate_backend(?, 10000)", backend));
  }
}
