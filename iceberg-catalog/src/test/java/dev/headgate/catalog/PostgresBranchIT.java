package dev.headgate.catalog;

import java.nio.file.Path;

class PostgresBranchIT extends BranchSuite {
  @Override
  TestLake open(Path folder, TestClock clock) {
    return Lakes.postgres(folder, clock);
  }
}
