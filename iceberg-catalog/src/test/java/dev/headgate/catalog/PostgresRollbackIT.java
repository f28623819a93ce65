package dev.headgate.catalog;

import java.nio.file.Path;

class PostgresRollbackIT extends RollbackSuite {
  @Override
  TestLake open(Path folder, TestClock clock) {
    return Lakes.postgres(folder, clock);
  }
}
