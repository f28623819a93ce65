package dev.headgate.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.catalog.file.LocalFileIO;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.state.Participant;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.rest.RESTCatalog;
import org.junit.jupiter.api.Test;

/** Clients are told where to write and to delete nothing; none of that is stored. */
class ServedMetadataTest extends EndpointTest {
  private static final String GC = "gc.enabled";
  private static final String DATA = "write.data.path";
  private static final String METADATA = "write.metadata.path";

  private static TableMetadata served(Table table) {
    return ((BaseTable) table).operations().current();
  }

  private static Map<String, String> stored(Table table) {
    String location = served(table).metadataFileLocation();
    return TableMetadataParser.read(new LocalFileIO(), location).properties();
  }

  @Test
  void aSourceTableOfMainIsServedAsItIs() {
    RESTCatalog client = client("main");
    Table flights = client.createTable(FLIGHTS, SCHEMA);
    assertThat(flights.properties()).doesNotContainKeys(GC, DATA, METADATA);
    flights.updateProperties().set(GC, "true").commit();
    assertThat(stored(client.loadTable(FLIGHTS))).containsEntry(GC, "true");
  }

  @Test
  void nobodyDeletesFilesOfAGatedTable() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    lake().gate(Map.of(Name.of(FLIGHTS), "Build it."), done -> {});
    Table flights = client("main").loadTable(FLIGHTS);
    assertThat(flights.properties()).containsEntry(GC, "false");
    assertThat(stored(flights)).doesNotContainKey(GC);
    assertThatThrownBy(() -> flights.expireSnapshots()).isInstanceOf(ValidationException.class);
  }

  @Test
  void nobodyDeletesFilesOfASourceTableThatALakeVersionShows() {
    RESTCatalog client = client("main");
    client.createTable(FLIGHTS, SCHEMA).newAppend().appendFile(file(3)).commit();
    assertThat(client.loadTable(FLIGHTS).properties()).doesNotContainKey(GC);
    RESTCatalog writer = client("release-1", branch("release-1"));
    writer.createTable(DELAYS, SCHEMA);
    lake().promote(Map.of("release-1", lake().freeze("release-1", "")), "", Participant.NONE);

    Table flights = client.loadTable(FLIGHTS);
    assertThat(flights.properties()).containsEntry(GC, "false");
    assertThatThrownBy(() -> flights.expireSnapshots()).isInstanceOf(ValidationException.class);
    flights.updateProperties().set(GC, "true").set("write.wap.enabled", "true").commit();
    flights.newAppend().appendFile(file(4)).commit();
    assertThat(stored(client.loadTable(FLIGHTS)))
        .doesNotContainKey(GC)
        .containsEntry("write.wap.enabled", "true");
    client.createTable(TableIdentifier.of(FLIGHTS.namespace(), "later"), SCHEMA);
    assertThat(client.loadTable(TableIdentifier.of(FLIGHTS.namespace(), "later")).properties())
        .doesNotContainKey(GC);
  }

  @Test
  void nobodyDeletesFilesOfASourceTableWhileABranchStartsFromIt() {
    RESTCatalog client = client("main");
    client.createTable(FLIGHTS, SCHEMA);
    branch("release-1");
    assertThat(client.loadTable(FLIGHTS).properties()).containsEntry(GC, "false");
    lake().discard("release-1");
    assertThat(client.loadTable(FLIGHTS).properties()).doesNotContainKey(GC);
  }

  @Test
  void aPinnedTableIsServedForReadingOnly() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    assertThat(client("pinned").loadTable(FLIGHTS).properties()).containsEntry(GC, "false");
  }

  @Test
  void aForkWritesIntoTheBranchsArea() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    String token = branch("sandbox-ana");
    RESTCatalog client = client("sandbox-ana", token);
    Table flights = client.loadTable(FLIGHTS);
    flights.newAppend().appendFile(file(3)).commit();
    assertInArea(client.loadTable(FLIGHTS), "sandbox-ana");
    assertThat(served(client.loadTable(FLIGHTS)).metadataFileLocation())
        .contains("/_branches/sandbox-ana/");
    assertThat(client.loadTable(FLIGHTS).currentSnapshot().manifestListLocation())
        .contains("/_branches/sandbox-ana/");
    assertThat(client("main").loadTable(FLIGHTS).currentSnapshot()).isNull();
  }

  @Test
  void aStagedTableWritesIntoTheBranchsAreaFromTheFirstFile() {
    RESTCatalog client = client("release-1", branch("release-1"));
    Transaction create = client.newCreateTableTransaction(FLIGHTS, SCHEMA);
    assertInArea(create.table(), "release-1");
    create.newAppend().appendFile(file(1)).commit();
    String promised = create.table().properties().get(DATA);
    create.commitTransaction();
    Table made = client.loadTable(FLIGHTS);
    assertThat(made.properties()).containsEntry(DATA, promised).containsEntry(GC, "false");
    assertThat(made.currentSnapshot().manifestListLocation()).contains("/_branches/release-1/");
    assertThat(stored(made)).doesNotContainKeys(GC, DATA, METADATA);
  }

  @Test
  void aSandboxDeletesFilesOfItsOwnTablesOnly() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    RESTCatalog client = client("sandbox-ana", branch("sandbox-ana"));
    assertThat(client.createTable(DELAYS, SCHEMA).properties()).doesNotContainKey(GC);
    client.dropTable(DELAYS);
    client.renameTable(FLIGHTS, DELAYS);
    assertThat(client.loadTable(DELAYS).properties()).containsEntry(GC, "false");
  }

  @Test
  void whatAClientSendsBackIsNotStored() {
    lake().main().createTable(FLIGHTS, SCHEMA);
    RESTCatalog client = client("sandbox-ana", branch("sandbox-ana"));
    client
        .loadTable(FLIGHTS)
        .updateProperties()
        .set(GC, "true")
        .set(DATA, "/elsewhere")
        .set("owner", "ana")
        .commit();
    Table flights = client.loadTable(FLIGHTS);
    assertInArea(flights, "sandbox-ana");
    assertThat(stored(flights)).doesNotContainKeys(GC, DATA).containsEntry("owner", "ana");
  }

  @Test
  void aForkCanBeComparedWithWhatItStartedFrom() {
    Table main = lake().main().createTable(FLIGHTS, SCHEMA);
    main.newAppend().appendFile(file(1)).commit();
    RESTCatalog client = client("sandbox-ana", branch("sandbox-ana"));
    client.loadTable(FLIGHTS).newAppend().appendFile(file(2)).commit();
    Map<String, SnapshotRef> refs = client.loadTable(FLIGHTS).refs();
    assertThat(refs).containsKeys("main", "sandbox_ana", "published");
    assertThat(refs.get("published").snapshotId())
        .isEqualTo(client("main").loadTable(FLIGHTS).currentSnapshot().snapshotId());
  }

  private static void assertInArea(Table table, String branch) {
    assertThat(table.properties()).containsEntry(GC, "false");
    for (String key : List.of(DATA, METADATA)) {
      assertThat(table.properties().get(key)).contains("/_branches/" + branch + "/");
    }
  }
}
