package dev.headgate.bench;

import dev.headgate.catalog.CatalogConfig;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.file.LocalFileIO;
import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.state.Participant;
import dev.headgate.catalog.view.LakeCatalog;
import java.nio.file.Path;
import java.util.Map;

/** A branch of the lake, frozen, prepared and committed as one instant. */
final class HeadgateContender implements Contender {
  private static final String POINTERS =
      "SELECT name, state FROM lake_pointer WHERE namespace = 'bench' AND name <> ''"
          + " AND to_lsn = 9223372036854775807";

  private final H2File database;
  private final VersionedCatalog lake;
  private int release;
  private LakeCatalog view;

  HeadgateContender(Path folder) {
    this.database = new H2File(folder);
    this.lake =
        VersionedCatalog.open(
            CatalogConfig.of(
                database.pool(), folder.resolve("warehouse").toString(), new LocalFileIO()));
  }

  @Override
  public String name() {
    return "Headgate";
  }

  @Override
  public void create(int count) {
    Tables.create(lake.main(), count);
  }

  @Override
  public void begin() {
    release++;
    lake.createBranch(BranchSpec.everything(branch()));
    view = lake.branch(branch());
  }

  @Override
  public void write(int table) {
    view.loadTable(Tables.table(table)).newFastAppend().appendFile(Tables.file()).commit();
  }

  private String branch() {
    return "release-" + release;
  }

  @Override
  public Map<String, Long> promote() {
    Stopwatch stopwatch = new Stopwatch();
    String digest = stopwatch.time("freeze", () -> lake.freeze(branch(), "evidence"));
    stopwatch.time("prepare", () -> lake.prepare(branch()));
    stopwatch.time(
        "commit", () -> lake.commit(Map.of(branch(), digest), branch(), Participant.NONE));
    return stopwatch.phases();
  }

  @Override
  public Map<String, String> pointers() {
    return database.map(POINTERS);
  }

  @Override
  public long snapshot(int table) {
    return lake.main().loadTable(Tables.table(table)).currentSnapshot().snapshotId();
  }

  @Override
  public void close() {
    lake.close();
    database.close();
  }
}
