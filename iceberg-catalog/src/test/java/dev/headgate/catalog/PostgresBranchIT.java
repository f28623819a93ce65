package dev.headgate.catalog;

import java.nio.file.Path;

class PostgresBranchIT extends BranchSuite {
  @Override
  TestLake open(Path folder) {
    return Lakes.postgres(folder);
  }
}
