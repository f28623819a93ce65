package dev.headgate.distribution;

import static dev.headgate.distribution.GatedShop.LINES;
import static dev.headgate.distribution.GatedShop.MINE;
import static dev.headgate.distribution.GatedShop.ORDERS;
import static dev.headgate.distribution.GatedShop.SALES;
import static dev.headgate.distribution.GatedShop.SCHEMA;
import static dev.headgate.distribution.GatedShop.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.distribution.GatedShop.Opened;
import dev.headgate.distribution.LocalServer.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.BaseTransaction;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.TableCommit;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.rest.RESTCatalog;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a blocking check fails on does not get into main over Iceberg REST. */
class NoLeakOverIcebergIT {
  private static GatedShop shop;
  private static Opened held;
  private String before;
  private RESTCatalog main;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    shop = new GatedShop(folder);
    held = shop.held();
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  @BeforeEach
  void look() throws Exception {
    before = shop.main();
    main = shop.server().view("main");
  }

  @AfterEach
  void mainIsAsItWas() throws Exception {
    assertThat(shop.main()).isEqualTo(before);
    assertThat(shop.server().get(held.path()).body().path("state").asText()).isEqualTo("HELD");
    main.close();
  }

  /** The message names the way in. */
  private static void gated(TableIdentifier name, ThrowingCallable write) {
    assertThatThrownBy(write)
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining(name + " is gated")
        .hasMessageContaining("headgate release open sales.shop");
  }

  private static Table bad() throws Exception {
    try (RESTCatalog branch = shop.server().view(held.warehouse())) {
      return branch.loadTable(ORDERS);
    }
  }

  private static String metadata(Table table) {
    return ((BaseTable) table).operations().current().metadataFileLocation();
  }

  @Test
  void theSnapshotThatIsHeldIsNotMadeTheHeadOfMain() throws Exception {
    Snapshot bad = bad().currentSnapshot();
    assertThat(bad.summary()).containsEntry("total-records", "1020");
    Map<String, Object> ref =
        Map.of(
            "action",
            "set-snapshot-ref",
            "ref-name",
            "main",
            "type",
            "branch",
            "snapshot-id",
            bad.snapshotId());
    Map<String, Object> add =
        Map.of(
            "action",
            "add-snapshot",
            "snapshot",
            Map.of(
                "snapshot-id", bad.snapshotId(),
                "sequence-number", 99,
                "timestamp-ms", bad.timestampMillis(),
                "manifest-list", bad.manifestListLocation(),
                "summary", bad.summary(),
                "schema-id", 0));
    for (List<Map<String, Object>> updates : List.of(List.of(ref), List.of(add, ref))) {
      Answer answer =
          shop.server()
              .send(
                  "/iceberg/v1/main/namespaces/sales/tables/orders",
                  Map.of("requirements", List.of(), "updates", updates));
      assertThat(answer.status()).as(answer.body().toString()).isIn(400, 403);
    }
    Table orders = main.loadTable(ORDERS);
    long older = orders.history().get(0).snapshotId();
    gated(ORDERS, () -> orders.manageSnapshots().rollbackTo(older).commit());
    gated(ORDERS, () -> orders.manageSnapshots().createBranch("mine", older).commit());
  }

  @Test
  void rowsAreNotCommitted() {
    Table orders = main.loadTable(ORDERS);
    gated(ORDERS, () -> orders.newAppend().appendFile(rows(1000)).commit());
    gated(ORDERS, () -> orders.newOverwrite().addFile(rows(1000)).commit());
    gated(ORDERS, () -> orders.newAppend().stageOnly().appendFile(rows(1000)).commit());
    gated(ORDERS, () -> orders.newAppend().toBranch("main").appendFile(rows(1000)).commit());
    gated(ORDERS, () -> orders.updateProperties().set("mine", "yes").commit());
  }

  @Test
  void norAsOneOfSeveralTables() {
    TableCommit mine = appended(MINE);
    TableCommit orders = appended(ORDERS);
    gated(ORDERS, () -> main.commitTransaction(List.of(mine, orders)));
    gated(ORDERS, () -> main.commitTransaction(List.of(orders)));
  }

  private TableCommit appended(TableIdentifier name) {
    Transaction transaction = main.loadTable(name).newTransaction();
    transaction.newAppend().appendFile(rows(1000)).commit();
    BaseTransaction staged = (BaseTransaction) transaction;
    return TableCommit.create(name, staged.startMetadata(), staged.currentMetadata());
  }

  @Test
  void theNameIsNotGivenToSomethingElse() throws Exception {
    String metadata = metadata(bad());
    TableIdentifier other = TableIdentifier.of(SALES, "other");
    gated(ORDERS, () -> main.dropTable(ORDERS));
    gated(ORDERS, () -> main.dropTable(ORDERS, true));
    gated(ORDERS, () -> main.renameTable(ORDERS, other));
    gated(LINES, () -> main.renameTable(MINE, LINES));
    gated(LINES, () -> main.createTable(LINES, SCHEMA));
    gated(LINES, () -> main.newCreateTableTransaction(LINES, SCHEMA));
    gated(ORDERS, () -> main.newReplaceTableTransaction(ORDERS, SCHEMA, false).commitTransaction());
    gated(LINES, () -> view(LINES));
    assertThatThrownBy(() -> main.registerTable(LINES, metadata))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("cannot be registered in main");
    gated(LINES, () -> main.registerTable(LINES, metadata(main.loadTable(ORDERS))));
    assertThat(main.tableExists(other)).isFalse();
  }

  private void view(TableIdentifier name) {
    main.buildView(name)
        .withSchema(SCHEMA)
        .withQuery("spark", "SELECT 1 AS id")
        .withDefaultNamespace(SALES)
        .create();
  }

  /** A view of one's own is renamed to it. */
  @Test
  void norToAView() {
    TableIdentifier own = TableIdentifier.of(SALES, "own");
    view(own);
    try {
      gated(LINES, () -> main.renameView(own, LINES));
    } finally {
      main.dropView(own);
    }
  }

  /** What a release wrote is no table of anyone's, however its place is spelt. */
  @Test
  void whatIsHeldIsNotRegisteredUnderAnotherName() throws Exception {
    assertNotRegistered(metadata(bad()));
  }

  @Test
  void norWhatAReleaseMadeThatWasCancelled() throws Exception {
    Opened opened = shop.opened(1);
    String lines;
    try (RESTCatalog branch = shop.server().view(opened.warehouse(), "token", opened.token())) {
      Table made = branch.createTable(LINES, SCHEMA);
      made.newAppend().appendFile(rows(1000)).commit();
      lines = metadata(made);
    }
    assertNotRegistered(lines);
    shop.server().post(opened.path() + "/cancel", Map.of("reason", "over"));
    shop.await(opened, "CANCELLED");
    assertNotRegistered(lines);
  }

  private void assertNotRegistered(String metadata) {
    assertThat(metadata).contains("/_branches/release-");
    for (String spelt :
        List.of(
            metadata,
            metadata.replace("/_branches/", "/_branches//"),
            metadata.replace("/_branches/", "/_branches/./"),
            metadata.replace("/_branches/", "/_branches/x/../"),
            metadata.replace("/_branches/release-", "/_branches/%72elease-"),
            metadata.replace("/_branches/", "/%5Fbranches/"))) {
      assertThatThrownBy(() -> main.registerTable(TableIdentifier.of(SALES, "other"), spelt))
          .as(spelt)
          .isInstanceOfAny(BadRequestException.class, NotFoundException.class);
    }
  }

  @Test
  void theBranchIsNotWrittenAfterItsVerdict() throws Exception {
    assertThatThrownBy(() -> append(shop.server().view(held.warehouse(), "token", held.token())))
        .isInstanceOf(NotAuthorizedException.class);
    String orders = "/iceberg/v1/" + held.warehouse() + "/namespaces/sales/tables/orders";
    Answer without =
        shop.server().send(orders, Map.of("requirements", List.of(), "updates", List.of()));
    assertThat(without.status()).isEqualTo(403);
    assertThat(without.body().toString()).contains("is frozen");
    assertThat(bad().currentSnapshot().summary()).containsEntry("total-records", "1020");
  }

  private static void append(RESTCatalog branch) {
    branch.loadTable(ORDERS).newAppend().appendFile(rows(1)).commit();
  }

  /** The token of a release that is being written, with which someone tries elsewhere. */
  @Test
  void aTokenWritesItsOwnBranchOnly() throws Exception {
    Opened opened = shop.opened(1);
    for (String elsewhere : List.of("main", "pinned", "version-1", held.warehouse())) {
      assertThatThrownBy(() -> append(shop.server().view(elsewhere, "token", opened.token())))
          .as(elsewhere)
          .isInstanceOf(ForbiddenException.class)
          .hasMessageContaining("opens no other view than " + opened.warehouse());
    }
    try (RESTCatalog branch = shop.server().view(opened.warehouse(), "token", opened.token())) {
      assertThatThrownBy(() -> branch.createTable(TableIdentifier.of(SALES, "other"), SCHEMA))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> branch.loadTable(MINE).newAppend().appendFile(rows(1)).commit())
          .isInstanceOf(ForbiddenException.class);
    }
    shop.server().post(opened.path() + "/cancel", Map.of("reason", "over"));
    assertThatThrownBy(
            () -> append(shop.server().view(opened.warehouse(), "token", opened.token())))
        .as("by the branch, or once that is gone by the token that went with it")
        .hasMessageMatching("(?s).*(" + opened.warehouse() + " has ended|token is unknown).*");
  }

  @Test
  void anInstantIsNotWritten() throws Exception {
    for (String instant : List.of("pinned", "version-1", "version-2")) {
      String orders = "/iceberg/" + instant + "/v1/namespaces/sales/tables/orders";
      Answer answer =
          shop.server().send(orders, Map.of("requirements", List.of(), "updates", List.of()));
      assertThat(answer.status()).as(instant).isEqualTo(403);
      assertThat(answer.body().toString()).contains("read-only");
    }
  }
}
