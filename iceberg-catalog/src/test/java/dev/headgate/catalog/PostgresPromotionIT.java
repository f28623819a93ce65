package dev.headgate.catalog;

import java.nio.file.Path;

class PostgresPromotionIT extends PromotionSuite {
  @Override
  TestLake open(Path folder, TestClock clock) {
    return Lakes.postgres(folder, clock);
  }
}
