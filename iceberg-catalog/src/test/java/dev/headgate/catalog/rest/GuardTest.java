package dev.headgate.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.catalog.CatalogConfig;
import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.view.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.BaseTransaction;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.TableCommit;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.view.BaseView;
import org.apache.iceberg.view.View;
import org.apache.iceberg.view.ViewBuilder;
import org.apache.iceberg.view.ViewMetadata;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A guard is asked about every commit to a table or view of its branch, however it comes. What it
 * refuses has not happened: the branch is as it was, and nothing was written.
 */
class GuardTest extends EndpointTest {
  private static final Schema SECRET =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "secret", Types.StringType.get()));
  private static final Schema COMPLETE =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "day", Types.DateType.get()));
  private static final TableIdentifier OLD = TableIdentifier.of(NS, "old");
  private static final TableIdentifier ANYTHING = TableIdentifier.of(NS, "anything");

  private RESTCatalog client;

  @Override
  CatalogConfig configured(CatalogConfig config) {
    return config.withGuards(Map.of("words", new Words()));
  }

  private static final class Words implements Guard {
    @Override
    public void check(
        String branch,
        TableIdentifier table,
        Schema before,
        TableMetadata metadata,
        boolean newData) {
      check(branch, table, before, metadata.schema(), newData);
    }

    @Override
    public void checkView(
        String branch,
        TableIdentifier view,
        Schema before,
        ViewMetadata metadata,
        boolean newVersion) {
      check(branch, view, before, metadata.schema(), newVersion);
    }

    private static void check(
        String branch, TableIdentifier name, Schema before, Schema schema, boolean newData) {
      if (name.equals(ANYTHING)) {
        return;
      }
      if (schema.findField("secret") != null && before.findField("secret") == null) {
        throw new ForbiddenException("%s: %s may have no column 'secret'", branch, name);
      }
      if (newData && schema.findField("day") == null) {
        throw new ForbiddenException("%s: rows of %s need a column 'day'", branch, name);
      }
    }
  }

  @BeforeEach
  void open() {
    lake().main().createTable(FLIGHTS, COMPLETE);
    lake().createBranch(spec("release-1"));
    client = client("release-1", token("release-1"));
  }

  private static BranchSpec spec(String branch) {
    Set<Name> scope =
        Set.of(Name.of(FLIGHTS), Name.of(DELAYS), Name.of(ANYTHING), Name.of(OLD), Name.of(NS));
    return new BranchSpec(branch, Optional.of(scope), Optional.of("words"));
  }

  private void assertRefused(String reason, ThrowingCallable commit) {
    long position = position();
    Map<Path, Long> files = files();
    assertThatThrownBy(commit)
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("release-1: " + reason);
    assertThat(position()).as("the branch").isEqualTo(position);
    assertThat(files()).as("files").isEqualTo(files);
  }

  private long position() {
    return lake().findBranch("release-1").orElseThrow().position();
  }

  private Map<Path, Long> files() {
    Map<Path, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder.resolve("warehouse"))) {
      all.filter(file -> file.toString().endsWith(".metadata.json"))
          .forEach(file -> files.put(file, file.toFile().length()));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aCreatedTable() {
    assertRefused(
        "ops.delays may have no column 'secret'", () -> client.createTable(DELAYS, SECRET));
    assertThat(client.tableExists(DELAYS)).isFalse();
    assertThat(client.createTable(DELAYS, SCHEMA)).as("no rows yet").isNotNull();
  }

  @Test
  void aStagedTableBeforeItsFilesAreWritten() {
    assertRefused(
        "ops.delays may have no column 'secret'",
        () -> client.newCreateTableTransaction(DELAYS, SECRET));
    Transaction made = client.newCreateTableTransaction(DELAYS, SCHEMA);
    made.newAppend().appendFile(file(1)).commit();
    assertRefused("rows of ops.delays need a column 'day'", made::commitTransaction);
  }

  @Test
  void aReplacedTable() {
    client.loadTable(FLIGHTS).newAppend().appendFile(file(1)).commit();
    Transaction replaced = client.newReplaceTableTransaction(FLIGHTS, SCHEMA, false);
    replaced.newAppend().appendFile(file(2)).commit();
    assertRefused("rows of ops.flights need a column 'day'", replaced::commitTransaction);
    assertThat(client.loadTable(FLIGHTS).schema().findField("day")).isNotNull();
  }

  @Test
  void aChangedSchema() {
    Table flights = client.loadTable(FLIGHTS);
    assertRefused(
        "ops.flights may have no column 'secret'",
        () -> flights.updateSchema().addColumn("secret", Types.StringType.get()).commit());
    assertThat(client.loadTable(FLIGHTS).schema().findField("secret")).isNull();
  }

  @Test
  void whatTheTableHadBeforeIsKnown() {
    lake().main().createTable(OLD, SECRET);
    lake().createBranch(spec("release-3"));
    RESTCatalog later = client("release-3", token("release-3"));
    Table old = later.loadTable(OLD);
    old.updateSchema().addColumn("day", Types.DateType.get()).commit();
    old.updateSchema().deleteColumn("secret").commit();
    assertThatThrownBy(() -> old.updateSchema().addColumn("secret", Types.LongType.get()).commit())
        .isInstanceOf(ForbiddenException.class);
    Transaction replaced = later.newReplaceTableTransaction(OLD, COMPLETE, false);
    replaced.newAppend().appendFile(file(1)).commit();
    replaced.commitTransaction();
    assertThat(later.loadTable(OLD).currentSnapshot()).isNotNull();
  }

  @Test
  void rowsButNotWhatHasNone() {
    Table delays = client.createTable(DELAYS, SCHEMA);
    delays.updateProperties().set("owner", "ana").commit();
    assertRefused(
        "rows of ops.delays need a column 'day'",
        () -> delays.newAppend().appendFile(file(1)).commit());
    delays.updateSchema().addColumn("day", Types.DateType.get()).commit();
    delays.newAppend().appendFile(file(1)).commit();
    delays.updateSchema().deleteColumn("day").commit();
    assertThat(delays.currentSnapshot()).as("the rows are not new").isNotNull();
  }

  @Test
  void oneOfSeveralTablesRefusesAll() {
    client.createTable(DELAYS, SCHEMA);
    TableCommit allowed = append(FLIGHTS);
    TableCommit refused = append(DELAYS);
    assertRefused(
        "rows of ops.delays need a column 'day'",
        () -> client.commitTransaction(List.of(allowed, refused)));
    assertThat(client.loadTable(FLIGHTS).currentSnapshot()).isNull();
  }

  private TableCommit append(TableIdentifier table) {
    Transaction transaction = client.loadTable(table).newTransaction();
    transaction.newAppend().appendFile(file(1)).commit();
    BaseTransaction staged = (BaseTransaction) transaction;
    return TableCommit.create(table, staged.startMetadata(), staged.currentMetadata());
  }

  @Test
  void aTableThatGetsAnotherName() {
    client.createTable(ANYTHING, SECRET);
    assertRefused(
        "ops.delays may have no column 'secret'", () -> client.renameTable(ANYTHING, DELAYS));
    assertThat(client.tableExists(ANYTHING)).isTrue();
  }

  @Test
  void aRegisteredTable() {
    Table dropped = client.createTable(ANYTHING, SECRET);
    String location = ((BaseTable) dropped).operations().current().metadataFileLocation();
    client.dropTable(ANYTHING);
    assertRefused(
        "ops.delays may have no column 'secret'", () -> client.registerTable(DELAYS, location));
  }

  private ViewBuilder view(TableIdentifier name, Schema schema) {
    return client
        .buildView(name)
        .withSchema(schema)
        .withDefaultNamespace(NS)
        .withQuery("spark", "SELECT * FROM flights");
  }

  @Test
  void aViewThatIsMade() {
    assertRefused("ops.delays may have no column 'secret'", () -> view(DELAYS, SECRET).create());
    assertRefused("rows of ops.delays need a column 'day'", () -> view(DELAYS, SCHEMA).create());
    assertThat(client.viewExists(DELAYS)).isFalse();
    view(DELAYS, COMPLETE).create();
    assertThat(client.viewExists(DELAYS)).isTrue();
  }

  @Test
  void aViewThatIsReplaced() {
    View made = view(DELAYS, COMPLETE).create();
    assertRefused("rows of ops.delays need a column 'day'", () -> view(DELAYS, SCHEMA).replace());
    assertRefused(
        "rows of ops.delays need a column 'day'", () -> view(DELAYS, SCHEMA).createOrReplace());
    made.updateProperties().set("owner", "ana").commit();
    assertThat(client.loadView(DELAYS).schema().findField("day")).isNotNull();
  }

  @Test
  void aViewThatIsNoneOfTheGuardsBefore() {
    lake()
        .main()
        .buildView(OLD)
        .withSchema(SCHEMA)
        .withDefaultNamespace(NS)
        .withQuery("spark", "SELECT id FROM flights")
        .create();
    lake().createBranch(spec("release-3"));
    View old = client("release-3", token("release-3")).loadView(OLD);
    old.updateProperties().set("owner", "ana").commit();
    assertThatThrownBy(
            () ->
                old.replaceVersion()
                    .withSchema(SCHEMA)
                    .withDefaultNamespace(NS)
                    .withQuery("spark", "SELECT id FROM flights WHERE id > 0")
                    .commit())
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("release-3: rows of ops.old need a column 'day'");
  }

  @Test
  void aViewThatGetsAnotherName() {
    view(ANYTHING, SECRET).create();
    assertRefused(
        "ops.delays may have no column 'secret'", () -> client.renameView(ANYTHING, DELAYS));
    assertThat(client.viewExists(ANYTHING)).isTrue();
  }

  @Test
  void aViewThatIsRegistered() {
    View dropped = view(ANYTHING, SECRET).create();
    String location = ((BaseView) dropped).operations().current().metadataFileLocation();
    client.dropView(ANYTHING);
    assertRefused(
        "ops.delays may have no column 'secret'", () -> client.registerView(DELAYS, location));
  }

  @Test
  void nobodyAsksAboutBranchesThatHaveNone() {
    lake().createBranch(BranchSpec.of("release-2", Set.of(Name.of(DELAYS), Name.of(NS))));
    RESTCatalog another = client("release-2", token("release-2"));
    assertThatCode(
            () -> another.createTable(DELAYS, SECRET).newAppend().appendFile(file(1)).commit())
        .doesNotThrowAnyException();
  }
}
