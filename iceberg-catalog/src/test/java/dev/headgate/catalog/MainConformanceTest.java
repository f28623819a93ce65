package dev.headgate.catalog;

import dev.headgate.catalog.view.LakeCatalog;

class MainConformanceTest extends ConformanceSuite {
  @Override
  LakeCatalog view(VersionedCatalog lake) {
    return lake.main();
  }
}
