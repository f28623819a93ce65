package dev.headgate.catalog.torture;

import dev.headgate.catalog.view.LakeCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.CloseableIterable;

/**
 * One look at all eight tables through one view.
 *
 * @param generation of all of them; 0: none is there yet
 */
record Reading(long generation) {
  /**
   * Reads each table in turn.
   *
   * @param deep also counts the records of the files that manifests list
   * @throws ViolationException if not all are of one generation, or the sum is not what it always
   *     is
   */
  static Reading of(LakeCatalog view, boolean deep) {
    List<TableIdentifier> tables = view.listTables(Accounts.BANK);
    if (tables.isEmpty()) {
      return new Reading(0);
    }
    expect(view, "number of tables", tables.size(), Accounts.TABLES);
    long generation = -1;
    long sum = 0;
    for (TableIdentifier identifier : tables) {
      Table table = view.loadTable(identifier);
      Snapshot snapshot = table.currentSnapshot();
      long found = Long.parseLong(snapshot.summary().get(Accounts.GENERATION));
      generation = generation < 0 ? found : generation;
      String where = identifier.toString();
      expect(view, "generation of " + where, found, generation);
      long property = Long.parseLong(table.properties().get(Accounts.GENERATION));
      expect(view, "generation in the properties of " + where, property, generation);
      long amount = Long.parseLong(snapshot.summary().get("total-records"));
      expect(view, "amount of " + where, amount, Accounts.amount(identifier, generation));
      if (deep) {
        expect(view, "records in the files of " + where, records(table), amount);
      }
      sum += amount;
    }
    expect(view, "sum", sum, Accounts.TOTAL);
    return new Reading(generation);
  }

  private static long records(Table table) {
    try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
      long records = 0;
      for (FileScanTask file : files) {
        records += file.file().recordCount();
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void expect(LakeCatalog view, String what, long found, long expected) {
    if (found != expected) {
      throw new ViolationException(
          "mixed reading of " + view.name() + ": " + what + " " + found + ", expected " + expected);
    }
  }
}
