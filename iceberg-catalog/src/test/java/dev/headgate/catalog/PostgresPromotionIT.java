package dev.headgate.catalog;

import java.nio.file.Path;

class PostgresPromotionIT extends PromotionSuite {
  @Override
  TestLake open(Path folder) {
    return Lakes.postgres(folder);
  }
}
