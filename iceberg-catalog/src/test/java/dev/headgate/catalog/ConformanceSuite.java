package dev.headgate.catalog;

import dev.headgate.catalog.view.LakeCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.catalog.CatalogTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg's own catalog suite through the Java API, on {@code main} and on a branch. */
abstract class ConformanceSuite extends CatalogTests<LakeCatalog> {
  /** What the suite expects every catalog to be set up with. */
  private static final Map<String, String> SITE =
      Map.of(
          "table-default.default-key1", "catalog-default-key1",
          "table-default.default-key2", "catalog-default-key2",
          "table-default.override-key3", "catalog-default-key3",
          "table-override.override-key3", "catalog-override-key3",
          "table-override.override-key4", "catalog-override-key4");

  @TempDir Path folder;
  private TestLake lake;
  private LakeCatalog catalog;

  abstract LakeCatalog view(VersionedCatalog lake);

  @BeforeEach
  void open() {
    catalog = initCatalog("test", Map.of());
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Override
  protected LakeCatalog catalog() {
    return catalog;
  }

  /** The suite expires snapshots that main has just shown, which a retention would refuse. */
  @Override
  protected LakeCatalog initCatalog(String name, Map<String, String> properties) {
    if (lake != null) {
      lake.close();
    }
    Map<String, String> all = new HashMap<>(SITE);
    all.putAll(properties);
    lake =
        TestLake.inMemory(
            folder, config -> config.withRetention(Duration.ZERO).withProperties(all));
    return view(lake.catalog());
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
