package dev.headgate.bench;

import dev.headgate.catalog.file.LocalFileIO;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** Iceberg's own catalog over JDBC, on the same database and files as Headgate's. */
final class IcebergJdbc {
  static final String BRANCH = "audit";
  static final String POINTERS =
      "SELECT table_name, metadata_location FROM iceberg_tables WHERE table_namespace = 'bench'";

  private IcebergJdbc() {}

  static JdbcCatalog open(Path folder) {
    JdbcCatalog catalog = new JdbcCatalog();
    catalog.initialize(
        "jdbc",
        Map.of(
            CatalogProperties.URI,
            H2File.url(folder),
            JdbcCatalog.PROPERTY_PREFIX + "user",
            H2File.USER,
            JdbcCatalog.PROPERTY_PREFIX + "password",
            "",
            JdbcCatalog.PROPERTY_PREFIX + "schema-version",
            "V1",
            CatalogProperties.WAREHOUSE_LOCATION,
            folder.resolve("warehouse").toString(),
            CatalogProperties.FILE_IO_IMPL,
            LocalFileIO.class.getName()));
    return catalog;
  }

  /** The branch is made by the first commit, and stays from release to release. */
  static void writeToBranch(Catalog catalog, int table) {
    catalog
        .loadTable(Tables.table(table))
        .newFastAppend()
        .appendFile(Tables.file())
        .toBranch(BRANCH)
        .commit();
  }
}
