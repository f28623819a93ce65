package dev.headgate.bench;

import dev.headgate.catalog.file.LocalFileIO;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.SessionCatalog;
import org.apache.iceberg.catalog.TableCommit;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.rest.RESTCatalogAdapter;

/**
 * An Iceberg branch in each table, promoted by one multi-table commit to Iceberg's reference
 * server. It is called without HTTP, but with all of its JSON.
 */
final class TransactionContender implements Contender {
  private final H2File database;
  private final JdbcCatalog backend;
  private final RESTCatalog catalog;
  private int tables;

  TransactionContender(Path folder) {
    this.database = new H2File(folder);
    this.backend = IcebergJdbc.open(folder);
    this.catalog =
        new RESTCatalog(
            SessionCatalog.SessionContext.createEmpty(), config -> new RESTCatalogAdapter(backend));
    catalog.initialize(
        "rest",
        Map.of(
            CatalogProperties.URI,
            "in-process",
            CatalogProperties.FILE_IO_IMPL,
            LocalFileIO.class.getName(),
            "rest-metrics-reporting-enabled",
            "false"));
  }

  @Override
  public String name() {
    return "reference server, commitTransaction";
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
    List<TableCommit> commits =
        stopwatch.time(
            "prepare",
            () -> IntStream.range(0, tables).mapToObj(Tables::table).map(this::toMain).toList());
    stopwatch.time("commit", () -> catalog.commitTransaction(commits));
    return stopwatch.phases();
  }

  private TableCommit toMain(TableIdentifier table) {
    TableMetadata base = ((BaseTable) catalog.loadTable(table)).operations().current();
    long written = base.ref(IcebergJdbc.BRANCH).snapshotId();
    TableMetadata promoted =
        TableMetadata.buildFrom(base)
            .setRef(SnapshotRef.MAIN_BRANCH, SnapshotRef.branchBuilder(written).build())
            .build();
    return TableCommit.create(table, base, promoted);
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
    try {
      catalog.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      backend.close();
      database.close();
    }
  }
}
