package dev.headgate.catalog;

import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.catalog.file.LocalFileIO;
import dev.headgate.catalog.view.LakeCatalog;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.catalog.CatalogTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg's own catalog suite on {@code main}, through the Java API. */
class MainCatalogTest extends CatalogTests<LakeCatalog> {
  @TempDir Path folder;
  private HikariDataSource dataSource;
  private VersionedCatalog lake;
  private LakeCatalog catalog;

  @BeforeEach
  void open() {
    dataSource = Databases.h2(folder);
    lake =
        VersionedCatalog.open(
            CatalogConfig.of(dataSource, folder.resolve("lake").toString(), new LocalFileIO()));
    catalog = lake.main();
  }

  @AfterEach
  void close() {
    lake.close();
    dataSource.close();
  }

  @Override
  protected LakeCatalog catalog() {
    return catalog;
  }

  @Override
  protected LakeCatalog initCatalog(String name, Map<String, String> properties) {
    return catalog;
  }

  @Override
  protected boolean requiresNamespaceCreate() {
    return true;
  }

  @Override
  protected boolean supportsNestedNamespaces() {
    return true;
  }

  @Override
  protected boolean supportsNamespaceProperties() {
    return true;
  }
}
