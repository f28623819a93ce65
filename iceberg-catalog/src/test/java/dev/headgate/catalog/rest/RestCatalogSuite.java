package dev.headgate.catalog.rest;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.catalog.CatalogTests;
import org.apache.iceberg.rest.RESTCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg's own catalog suite, by a client over HTTP. */
abstract class RestCatalogSuite extends CatalogTests<RESTCatalog> {
  /** What the suite expects every client to be set up with. */
  static final Map<String, String> SITE =
      Map.of(
          "table-default.default-key1", "catalog-default-key1",
          "table-default.default-key2", "catalog-default-key2",
          "table-default.override-key3", "catalog-default-key3",
          "table-override.override-key3", "catalog-override-key3",
          "table-override.override-key4", "catalog-override-key4");

  @TempDir Path folder;
  private RestLake lake;
  private RESTCatalog catalog;

  abstract boolean onBranch();

  @BeforeEach
  void open() {
    lake = RestLake.inMemory(folder, onBranch());
    catalog = initCatalog("test", Map.of());
  }

  @AfterEach
  void close() throws Exception {
    catalog.close();
    lake.close();
  }

  @Override
  protected RESTCatalog catalog() {
    return catalog;
  }

  @Override
  protected RESTCatalog initCatalog(String name, Map<String, String> properties) {
    Map<String, String> all = new TreeMap<>(SITE);
    all.putAll(properties);
    return lake.client(all);
  }

  @Override
  protected boolean requiresNamespaceCreate() {
    return true;
  }

  @Override
  protected boolean supportsServerSideRetry() {
    return true;
  }

  @Override
  protected boolean supportsNamesWithSlashes() {
    return true;
  }

  @Override
  protected boolean supportsNamesWithDot() {
    return true;
  }
}
