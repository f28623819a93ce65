package dev.headgate.catalog;

import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.state.Participant;
import dev.headgate.catalog.state.Promoted;
import dev.headgate.catalog.view.LakeCatalog;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A lake with one namespace, and the words that its behaviour is told in. */
abstract class LakeSuite {
  static final Namespace NS = Namespace.of("ops");
  static final TableIdentifier FLIGHTS = TableIdentifier.of(NS, "flights");
  static final TableIdentifier DELAYS = TableIdentifier.of(NS, "delays");
  static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "day", Types.DateType.get()));

  @TempDir Path folder;
  private TestLake lake;

  private final TestClock clock = new TestClock();

  abstract TestLake open(Path folder, TestClock clock);

  @BeforeEach
  void start() {
    lake = open(folder, clock);
    lake.catalog().main().createNamespace(NS);
  }

  @AfterEach
  void stop() {
    lake.close();
  }

  VersionedCatalog lake() {
    return lake.catalog();
  }

  TestLake testLake() {
    return lake;
  }

  TestClock clock() {
    return clock;
  }

  static Name name(TableIdentifier table) {
    return Name.of(table);
  }

  /** A branch on which the two tables may be written. */
  LakeCatalog branch(String name) {
    lake().createBranch(BranchSpec.of(name, Set.of(name(FLIGHTS), name(DELAYS), Name.of(NS))));
    return lake().branch(name);
  }

  static Table create(LakeCatalog view, TableIdentifier table) {
    return view.createTable(table, SCHEMA, PartitionSpec.unpartitioned());
  }

  /** Appends a file that says it has so many rows; its content is never read here. */
  static void append(LakeCatalog view, TableIdentifier table, int rows) {
    view.loadTable(table).newAppend().appendFile(file(rows)).commit();
  }

  static DataFile file(int rows) {
    return DataFiles.builder(PartitionSpec.unpartitioned())
        .withPath("/data/" + java.util.UUID.randomUUID() + ".parquet")
        .withFileSizeInBytes(100)
        .withRecordCount(rows)
        .build();
  }

  /** Rows that a view shows in a table. */
  static long rows(LakeCatalog view, TableIdentifier table) {
    Snapshot snapshot = view.loadTable(table).currentSnapshot();
    return snapshot == null ? 0 : Long.parseLong(snapshot.summary().get("total-records"));
  }

  Promoted promote(String branch) {
    return promote(branch, Participant.NONE);
  }

  Promoted promote(String branch, Participant participant) {
    String digest = lake().freeze(branch, "evidence");
    return lake().promote(Map.of(branch, digest), "test", participant);
  }

  /** Main with one promoted table of so many rows; returns the promotion. */
  Promoted promotedFlights(String branch, int rows) {
    LakeCatalog view = branch(branch);
    if (!view.tableExists(FLIGHTS)) {
      create(view, FLIGHTS);
    }
    append(view, FLIGHTS, rows);
    return promote(branch);
  }
}
