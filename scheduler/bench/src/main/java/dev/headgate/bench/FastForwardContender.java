package dev.headgate.bench;

import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** An Iceberg branch in each table, fast-forwarded table by table. */
final class FastForwardContender implements Contender {
  private final H2File database;
  private final JdbcCatalog catalog;
  private int tables;

  FastForwardContender(Path folder) {
    this.database = new H2File(folder);
    this.catalog = IcebergJdbc.open(folder);
  }

  @Override
  public String name() {
    return "JdbcCatalog, fast-forward";
  }

  @Override
  public void create(int count) {
    tables = count;
    Tables.create(catalog, count);
  }

  @Override
  public void begin() {
    // an Iceberg branch lives in each table, and is made by the first commit to it
  }

  @Override
  public void write(int table) {
    IcebergJdbc.writeToBranch(catalog, table);
  }

  @Override
  public Map<String, Long> promote() {
    Stopwatch stopwatch = new Stopwatch();
    stopwatch.time("commit", this::fastForwardAll);
    return stopwatch.phases();
  }

  private void fastForwardAll() {
    for (int i = 0; i < tables; i++) {
      catalog
          .loadTable(Tables.table(i))
          .manageSnapshots()
          .fastForwardBranch("main", IcebergJdbc.BRANCH)
          .commit();
    }
  }

  @Override
  public Map<String, String> pointers() {
    return database.map(IcebergJdbc.POINTERS);
  }

  @Override
  public long snapshot(int table) {
    return catalog.loadTable(Tables.table(table)).currentSnapshot().snapshotId();
  }

  @Override
  public void close() {
    catalog.close();
    database.close();
  }
}
