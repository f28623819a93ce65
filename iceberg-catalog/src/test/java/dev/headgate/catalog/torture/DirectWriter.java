package dev.headgate.catalog.torture;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.view.LakeCatalog;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;

/**
 * Commits directly to source tables on main, one row each time it is asked to: while releases are
 * prepared and swapped. A table that is full is followed by a new one.
 */
final class DirectWriter implements Runnable {
  static final Namespace RAW = Namespace.of("raw");
  private static final int ROWS_A_TABLE = 100;
  private static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "id", Types.LongType.get()));

  private final VersionedCatalog lake;
  private final Journal acknowledged;
  private final Consumer<Throwable> violation;
  private final LinkedBlockingQueue<CompletableFuture<Long>> asked = new LinkedBlockingQueue<>();

  DirectWriter(VersionedCatalog lake, Journal acknowledged, Consumer<Throwable> violation) {
    this.lake = lake;
    this.acknowledged = acknowledged;
    this.violation = violation;
  }

  /** Asks for one more commit, at any time from now on. */
  void ask() {
    asked.add(new CompletableFuture<>());
  }

  /** Returns when one more commit is done. */
  void askAndWait() {
    CompletableFuture<Long> done = new CompletableFuture<>();
    asked.add(done);
    done.join();
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        CompletableFuture<Long> done = asked.take();
        long count = commit();
        acknowledged.append(count);
        done.complete(count);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      violation.accept(e);
    }
  }

  private long commit() {
    LakeCatalog main = lake.main();
    long before = count(main);
    TableIdentifier table = table(before / ROWS_A_TABLE);
    if (!main.tableExists(table)) {
      main.createTable(
          table, SCHEMA, PartitionSpec.unpartitioned(), Map.of("commit.retry.num-retries", "20"));
    }
    main.loadTable(table).newAppend().appendFile(Accounts.file(1)).commit();
    return before + 1;
  }

  /** How many commits a view shows: all tables but the newest are full. */
  static long count(LakeCatalog view) {
    int tables = view.listTables(RAW).size();
    return tables == 0 ? 0 : (tables - 1L) * ROWS_A_TABLE + rows(view, table(tables - 1L));
  }

  /** The table that commits go to now, if there is one. */
  static Optional<TableIdentifier> newest(LakeCatalog view) {
    int tables = view.listTables(RAW).size();
    return tables == 0 ? Optional.empty() : Optional.of(table(tables - 1L));
  }

  private static TableIdentifier table(long number) {
    return TableIdentifier.of(RAW, "events_" + number);
  }

  private static long rows(LakeCatalog view, TableIdentifier table) {
    Snapshot snapshot = view.loadTable(table).currentSnapshot();
    return snapshot == null ? 0 : Long.parseLong(snapshot.summary().get("total-records"));
  }
}
