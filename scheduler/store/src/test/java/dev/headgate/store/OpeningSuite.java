package dev.headgate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On databases that the store was never opened on. */
abstract class OpeningSuite {
  private final Supplier<TestDatabase> databases;
  private TestDatabase database;

  OpeningSuite(Supplier<TestDatabase> databases) {
    this.databases = databases;
  }

  @BeforeEach
  void makeDatabase() {
    database = databases.get();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void tablesOfOthersAreNoObstacle() {
    database.execute("CREATE TABLE lake_pointer (id INTEGER)");
    database.execute("CREATE TABLE lake_schema_history (id INTEGER)");

    JdbcStore store = JdbcStore.open(database.source());

    assertThat(store.<Long>transact(t -> t.releases().nextId())).isEqualTo(1);
    assertThat(database.count("lake_pointer")).isZero();
  }

  @Test
  void fourMayOpenAtOnce() {
    assertThat(
            StoreSuite.atOnce(
                4,
                () ->
                    JdbcStore.open(database.source())
                        .<Long>transact(t -> t.definitions().revision())))
        .containsOnly(0L);
  }
}
