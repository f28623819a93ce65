package dev.headgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.BaseTransaction;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableCommit;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.view.ViewBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a contract cannot allow is refused to who writes it, on the branch of a release; what only
 * the whole shows, by its judges.
 */
class GuardedReleaseTest {
  private static final String PRODUCT = "sales.shop";
  private static final Namespace NS = Namespace.of("sales");
  private static final TableIdentifier ORDERS = TableIdentifier.of(NS, "orders");
  private static final TableIdentifier LINES = TableIdentifier.of(NS, "lines");
  private static final Types.NestedField ID =
      Types.NestedField.required(1, "id", Types.LongType.get());
  private static final Types.NestedField DAY =
      Types.NestedField.optional(2, "day", Types.DateType.get());
  private static final Types.NestedField TOTAL =
      Types.NestedField.optional(3, "total", Types.DoubleType.get());
  private static final Schema FULL = new Schema(ID, DAY, TOTAL);
  private static final String ON_DAY = "day_day=2001-03-01";

  @TempDir private Path folder;
  private WholeServer server;
  private WholeServer.Opened release;

  @BeforeEach
  void open() throws Exception {
    server = new WholeServer(folder);
    server.apply(definitions("1.0.0", "total"));
    release = server.open(PRODUCT);
    release.branch().createNamespace(NS);
  }

  @AfterEach
  void end() throws Exception {
    release.close();
    server.close();
  }

  private static Map<String, String> definitions(String version, String amount) {
    Map<String, String> files = new HashMap<>();
    files.put("domain.yaml", "domain: sales\nowners: [ana]\ngroups: {owners: [ana]}\n");
    files.put(
        "pipeline.yaml",
        """
        product: sales.shop
        datasets:
          orders: {contract: orders.odcs.yaml, job: {type: open}}
          lines: {contract: lines.odcs.yaml, job: {type: open}}
        promotion:
          approvals: {need: 1, from: [owners]}
        """);
    files.put("orders.odcs.yaml", contract("orders", version, amount));
    files.put("lines.odcs.yaml", contract("lines", "1.0.0", "total"));
    return files;
  }

  private static String contract(String dataset, String version, String amount) {
    return """
    apiVersion: v3.1.0
    kind: DataContract
    id: %1$s
    version: %2$s
    status: active
    schema:
      - name: %1$s
        properties:
          - {name: id, logicalType: integer, physicalType: BIGINT}
          - {name: day, logicalType: date, partitioned: true, partitionKeyPosition: 1}
          - {name: %3$s, logicalType: number, physicalType: DOUBLE}
    """
        .formatted(dataset, version, amount);
  }

  private static PartitionSpec byDay(Schema schema) {
    return PartitionSpec.builderFor(schema).day("day").build();
  }

  private Table written(TableIdentifier name) {
    Table table = release.branch().createTable(name, FULL, byDay(FULL));
    append(table);
    return table;
  }

  private static void append(Table table) {
    table.newAppend().appendFile(WholeServer.file(table, ON_DAY)).commit();
  }

  private void assertTold(String mismatch, ThrowingCallable commit) {
    assertThatThrownBy(commit)
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("cannot be written like this on " + release.name())
        .hasMessageContaining(mismatch)
        .hasMessageContaining("Write what the contract says");
  }

  @Test
  void aTableWithAColumnTooManyIsRefused() {
    Schema schema = new Schema(ID, Types.NestedField.optional(2, "note", Types.StringType.get()));
    assertTold(
        "column 'note' (string) is not in orders.odcs.yaml 1.0.0, which has columns id, day, total",
        () -> release.branch().createTable(ORDERS, schema));
    assertThat(release.branch().tableExists(ORDERS)).isFalse();
  }

  @Test
  void aTableMadeAsASelectIsRefusedBeforeItsFilesAreWritten() {
    Schema schema = new Schema(Types.NestedField.required(1, "id", Types.IntegerType.get()), DAY);
    assertTold(
        "column 'id' is int, but orders.odcs.yaml 1.0.0 wants BIGINT (long)",
        () -> release.branch().newCreateTableTransaction(ORDERS, schema));
  }

  @Test
  void aTableIsMadeStepByStepAndThenWritten() throws Exception {
    Table table = release.branch().createTable(ORDERS, new Schema(ID));
    assertTold(
        "column 'day' is missing",
        () -> table.newAppend().appendFile(WholeServer.file(table, "")).commit());
    table.updateSchema().addColumn("day", Types.DateType.get()).commit();
    table.updateSpec().addField(Expressions.day("day")).commit();
    table.updateSchema().addColumn("total", Types.DoubleType.get()).commit();
    table.updateProperties().set("owner", "ana").commit();
    append(table);
    assertThat(release.judged("AWAITING_APPROVAL").get("blockedBy")).isNotEmpty();
  }

  @Test
  void rowsInATableThatIsPartitionedOtherwiseAreRefused() {
    Table table = release.branch().createTable(ORDERS, FULL);
    assertTold(
        "the table is not partitioned, but orders.odcs.yaml 1.0.0 wants it by day",
        () -> table.newAppend().appendFile(WholeServer.file(table, "")).commit());
  }

  @Test
  void oneOfSeveralTablesRefusesAll() {
    written(ORDERS);
    Table lines = release.branch().createTable(LINES, new Schema(ID));
    long before = release.branch().loadTable(ORDERS).currentSnapshot().snapshotId();
    TableCommit good = commit(release.branch().loadTable(ORDERS), ORDERS, ON_DAY);
    TableCommit bad = commit(lines, LINES, "");
    assertTold(
        "column 'day' is missing: lines.odcs.yaml 1.0.0",
        () -> release.branch().commitTransaction(List.of(good, bad)));
    assertThat(release.branch().loadTable(ORDERS).currentSnapshot().snapshotId()).isEqualTo(before);
  }

  private static TableCommit commit(Table table, TableIdentifier name, String partition) {
    Transaction transaction = table.newTransaction();
    transaction.newAppend().appendFile(WholeServer.file(table, partition)).commit();
    BaseTransaction staged = (BaseTransaction) transaction;
    return TableCommit.create(name, staged.startMetadata(), staged.currentMetadata());
  }

  @Test
  void whatOnlyTheWholeShowsIsFoundByTheJudges() throws Exception {
    Table table = written(ORDERS);
    table.updateSchema().deleteColumn("total").commit();
    JsonNode held = release.judged("HELD");
    assertThat(held.get("reason").asText())
        .contains("column 'total' is missing: orders.odcs.yaml 1.0.0 wants it as DOUBLE");
  }

  @Test
  void aTableOfAnEarlierContractIsChangedToTheNext() throws Exception {
    written(ORDERS);
    release.judged("AWAITING_APPROVAL");
    release.approved();
    release.close();
    server.apply(definitions("2.0.0", "net"));
    release = server.open(PRODUCT);
    Table table = release.branch().loadTable(ORDERS);
    table.updateProperties().set("owner", "ana").commit();
    table.updateSchema().addColumn("net", Types.DoubleType.get()).commit();
    assertTold(
        "column 'total' (double) is not in orders.odcs.yaml 2.0.0",
        () -> table.newAppend().appendFile(WholeServer.file(table, ON_DAY)).commit());
    table.updateSchema().deleteColumn("total").commit();
    append(table);
    release.judged("AWAITING_APPROVAL");
    release.approved();
  }

  private ViewBuilder view(Schema schema) {
    return release
        .branch()
        .buildView(ORDERS)
        .withSchema(schema)
        .withDefaultNamespace(NS)
        .withQuery("spark", "SELECT * FROM lines");
  }

  @Test
  void aViewIsRefusedForItsColumnsAndNotForAPartitionKey() throws Exception {
    Schema other = new Schema(DAY, Types.NestedField.optional(4, "id", Types.StringType.get()));
    assertTold(
        "column 'id' is string, but orders.odcs.yaml 1.0.0 wants BIGINT (long); column 'total' is"
            + " missing: orders.odcs.yaml 1.0.0 wants it as DOUBLE",
        () -> view(other).create());
    assertThat(release.branch().viewExists(ORDERS)).isFalse();
    view(FULL).create();
    assertTold("column 'total' is missing", () -> view(new Schema(ID, DAY)).replace());
    assertThat(release.branch().loadView(ORDERS).schema().columns()).hasSize(3);
    JsonNode judged = release.judged("AWAITING_APPROVAL");
    assertThat(judged.at("/verdict/results").toString())
        .contains("3 columns as promised; it is a view, which is not asked for a partition key");
    release.approved();
  }

  @Test
  void aViewOfAnEarlierContractIsFoundByTheJudges() throws Exception {
    view(FULL).create();
    release.judged("AWAITING_APPROVAL");
    release.approved();
    release.close();
    server.apply(definitions("2.0.0", "net"));
    release = server.open(PRODUCT);
    release.branch().loadView(ORDERS).updateProperties().set("owner", "ana").commit();
    JsonNode held = release.judged("HELD");
    assertThat(held.get("blockedBy").toString())
        .contains(
            "column 'net' is missing: orders.odcs.yaml 2.0.0 wants it as DOUBLE",
            "column 'total' (double) is not in orders.odcs.yaml 2.0.0");
  }
}
