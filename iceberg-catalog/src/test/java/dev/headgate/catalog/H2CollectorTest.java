package dev.headgate.catalog;

import java.nio.file.Path;

class H2CollectorTest extends CollectorSuite {
  @Override
  TestLake open(Path folder, TestClock clock) {
    return Lakes.h2(folder, clock);
  }
}
