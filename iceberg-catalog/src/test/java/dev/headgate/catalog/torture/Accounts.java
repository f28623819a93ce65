package dev.headgate.catalog.torture;

import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.view.LakeCatalog;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;

/**
 * Eight tables that each release moves amounts between, so that the sum over all never changes. An
 * amount is a table's number of records. What one half of the tables gains the other one loses, so
 * that half a release shows in the sum too.
 */
final class Accounts {
  static final Namespace BANK = Namespace.of("bank");
  static final String GENERATION = "torture.generation";
  static final int TABLES = 8;
  static final long TOTAL = TABLES * 1_000L;

  /** Now and then tables are dropped and made again, which also keeps their metadata small. */
  private static final int MADE_ANEW_EACH = 25;

  private static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "id", Types.LongType.get()));

  private Accounts() {}

  /** All of the tables, or one half of them. */
  static List<TableIdentifier> tables(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> TableIdentifier.of(BANK, "account_" + i))
        .toList();
  }

  static List<Name> names(List<TableIdentifier> tables) {
    return tables.stream().map(Name::of).toList();
  }

  /** What a table holds in a generation. */
  static long amount(TableIdentifier table, long generation) {
    int number = Integer.parseInt(table.name().substring("account_".length()));
    int pair = number % (TABLES / 2);
    long moved = (generation * 37 + pair * 101L) % 900;
    return number == pair ? 1_000 - moved : 1_000 + moved;
  }

  /** Makes a table on a branch what it is to be in a generation. */
  static void write(LakeCatalog branch, TableIdentifier table, long generation) {
    if (generation % MADE_ANEW_EACH == 0) {
      branch.dropTable(table, false);
    }
    if (!branch.tableExists(table)) {
      branch.createTable(table, SCHEMA, PartitionSpec.unpartitioned());
    }
    String value = Long.toString(generation);
    Transaction transaction = branch.loadTable(table).newTransaction();
    transaction.updateProperties().set(GENERATION, value).commit();
    transaction
        .newOverwrite()
        .overwriteByRowFilter(Expressions.alwaysTrue())
        .addFile(file(amount(table, generation)))
        .set(GENERATION, value)
        .commit();
    transaction.commitTransaction();
  }

  /** A file that says how many records it has; its content is never read. */
  static DataFile file(long records) {
    return DataFiles.builder(PartitionSpec.unpartitioned())
        .withPath("/data/" + UUID.randomUUID() + ".parquet")
        .withFileSizeInBytes(100)
        .withRecordCount(records)
        .build();
  }
}
