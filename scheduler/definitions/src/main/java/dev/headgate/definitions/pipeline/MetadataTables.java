package dev.headgate.definitions.pipeline;

import java.util.Locale;
import java.util.Set;

/**
 * Names that engines give to what Iceberg tells of a table, such as {@code orders.files}: those of
 * {@code org.apache.iceberg.MetadataTableType} in Iceberg 1.11. A table called so may be taken for
 * that.
 */
final class MetadataTables {
  private static final Set<String> NAMES =
      Set.of(
          "entries",
          "files",
          "data_files",
          "delete_files",
          "history",
          "metadata_log_entries",
          "snapshots",
          "refs",
          "manifests",
          "partitions",
          "all_data_files",
          "all_delete_files",
          "all_files",
          "all_manifests",
          "all_entries",
          "position_deletes");

  private MetadataTables() {}

  static boolean has(String table) {
    return NAMES.contains(table.toLowerCase(Locale.ROOT));
  }
}
