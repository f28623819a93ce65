package dev.headgate.catalog;

import java.nio.file.Path;

class H2BranchTest extends BranchSuite {
  @Override
  TestLake open(Path folder, TestClock clock) {
    return Lakes.h2(folder, clock);
  }
}
