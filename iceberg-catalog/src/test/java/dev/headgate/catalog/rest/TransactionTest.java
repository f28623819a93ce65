package dev.headgate.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.state.Participant;
import dev.headgate.catalog.view.LakeCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.iceberg.BaseTransaction;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.TableCommit;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.rest.RESTCatalog;
import org.junit.jupiter.api.Test;

/** Commits to several tables, over HTTP. */
class TransactionTest extends EndpointTest {
  private static final int TABLES = 4;
  private static final int ROUNDS = 15;

  private static TableIdentifier table(int i) {
    return TableIdentifier.of(NS, "t" + i);
  }

  private void createTables(RESTCatalog client) {
    for (int i = 0; i < TABLES; i++) {
      client.createTable(table(i), SCHEMA);
    }
  }

  /** An append to each table, for one commit. */
  private static List<TableCommit> appends(RESTCatalog client, String round) {
    List<TableCommit> commits = new ArrayList<>();
    for (int i = 0; i < TABLES; i++) {
      Transaction transaction = client.loadTable(table(i)).newTransaction();
      transaction.newAppend().appendFile(file(1)).set("round", round).commit();
      BaseTransaction staged = (BaseTransaction) transaction;
      commits.add(TableCommit.create(table(i), staged.startMetadata(), staged.currentMetadata()));
    }
    return commits;
  }

  private static String round(Table table) {
    Snapshot snapshot = table.currentSnapshot();
    return snapshot == null ? "none" : snapshot.summary().get("round");
  }

  @Test
  void allTablesAreCommittedAsOneInstant() {
    RESTCatalog client = client("main");
    createTables(client);
    long before = lake().head();
    client.commitTransaction(appends(client, "1"));
    assertThat(lake().head()).isEqualTo(before + 1);
    for (int i = 0; i < TABLES; i++) {
      assertThat(round(client.loadTable(table(i)))).isEqualTo("1");
    }
  }

  @Test
  void oneRequirementThatDoesNotHoldUndoesAll() {
    RESTCatalog client = client("main");
    createTables(client);
    List<TableCommit> commits = appends(client, "1");
    client.loadTable(table(TABLES - 1)).newAppend().appendFile(file(5)).set("round", "x").commit();
    long before = lake().head();
    assertThatThrownBy(() -> client.commitTransaction(commits))
        .isInstanceOf(CommitFailedException.class);
    assertThat(lake().head()).isEqualTo(before);
    for (int i = 0; i < TABLES - 1; i++) {
      assertThat(round(client.loadTable(table(i)))).isEqualTo("none");
    }
    assertThat(round(client.loadTable(table(TABLES - 1)))).isEqualTo("x");
  }

  @Test
  void oneGatedTableUndoesAll() {
    RESTCatalog client = client("main");
    createTables(client);
    List<TableCommit> commits = appends(client, "1");
    lake().gate(Map.of(Name.of(table(2)), "Ask ops."), done -> {});
    assertThatThrownBy(() -> client.commitTransaction(commits))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("Ask ops.");
    assertThat(round(client.loadTable(table(0)))).isEqualTo("none");
  }

  /** Each connection to {@code pinned} is one instant; each list is of one. */
  @Test
  void aReaderNeverSeesHalf() throws Exception {
    RESTCatalog writer = client("main");
    createTables(writer);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<List<Set<String>>> seen = reader.submit(() -> read(over));
      for (int i = 0; i < ROUNDS; i++) {
        writer.commitTransaction(appends(writer, "round-" + i));
      }
      over.set(true);
      List<Set<String>> readings = seen.get(60, TimeUnit.SECONDS);
      assertThat(readings).isNotEmpty().allSatisfy(rounds -> assertThat(rounds).hasSize(1));
    } finally {
      reader.shutdownNow();
    }
  }

  private List<Set<String>> read(AtomicBoolean over) throws Exception {
    List<Set<String>> readings = new ArrayList<>();
    do {
      Set<String> rounds = new TreeSet<>();
      try (RESTCatalog pinned = connect("pinned")) {
        for (int i = 0; i < TABLES; i++) {
          rounds.add(round(pinned.loadTable(table(i))));
        }
      }
      readings.add(rounds);
    } while (!over.get());
    return readings;
  }

  /** Promotions make and drop all tables at once: a list holds all or none. */
  @Test
  void aListOfMainIsOfOneVersion() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<Set<Integer>> seen = reader.submit(() -> sizes(over));
      for (int i = 0; i < ROUNDS; i++) {
        promoteAll("release-" + i);
      }
      over.set(true);
      assertThat(seen.get(60, TimeUnit.SECONDS)).isNotEmpty().isSubsetOf(0, TABLES);
    } finally {
      reader.shutdownNow();
    }
  }

  private Set<Integer> sizes(AtomicBoolean over) {
    Http http = http();
    Set<Integer> sizes = new TreeSet<>();
    do {
      sizes.add(http.get("/v1/main/namespaces/ops/tables").json().get("identifiers").size());
    } while (!over.get());
    return sizes;
  }

  private void promoteAll(String branch) {
    branch(branch);
    LakeCatalog view = lake().branch(branch);
    for (int i = 0; i < TABLES; i++) {
      if (!view.dropTable(table(i))) {
        view.createTable(table(i), SCHEMA);
      }
    }
    String digest = lake().freeze(branch, "evidence");
    lake().promote(Map.of(branch, digest), "test", Participant.NONE);
  }
}
