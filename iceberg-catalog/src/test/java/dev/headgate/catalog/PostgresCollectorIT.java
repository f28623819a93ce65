package dev.headgate.catalog;

import java.nio.file.Path;

class PostgresCollectorIT extends CollectorSuite {
  @Override
  TestLake open(Path folder, TestClock clock) {
    return Lakes.postgres(folder, clock);
  }
}
