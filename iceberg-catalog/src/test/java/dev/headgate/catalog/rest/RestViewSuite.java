package dev.headgate.catalog.rest;

import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.view.ViewCatalogTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg's own suite for views, by a client over HTTP. */
abstract class RestViewSuite extends ViewCatalogTests<RESTCatalog> {
  /** What the suite expects every client to be set up with. */
  private static final Map<String, String> SITE =
      Map.of(
          "view-default.key1", "catalog-default-key1",
          "view-default.key2", "catalog-default-key2",
          "view-default.key3", "catalog-default-key3",
          "view-override.key3", "catalog-override-key3",
          "view-override.key4", "catalog-override-key4");

  @TempDir Path folder;
  private RestLake lake;
  private RESTCatalog catalog;

  abstract boolean onBranch();

  @BeforeEach
  void open() {
    lake = RestLake.inMemory(folder, onBranch());
    catalog = lake.client(SITE);
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
  protected Catalog tableCatalog() {
    return catalog;
  }

  @Override
  protected boolean requiresNamespaceCreate() {
    return true;
  }

  @Override
  protected boolean supportsServerSideRetry() {
    return true;
  }
}
