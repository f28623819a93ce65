package dev.headgate.catalog;

import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.view.LakeCatalog;

class BranchConformanceTest extends ConformanceSuite {
  @Override
  LakeCatalog view(VersionedCatalog lake) {
    lake.createBranch(BranchSpec.everything("sandbox-conformance"));
    return lake.branch("sandbox-conformance");
  }
}
