package dev.headgate.catalog.torture;

import java.nio.file.Path;

class H2LostCommitTest extends LostCommitSuite {
  @Override
  BreakableLine line(Path folder) {
    return new H2Line(Database.h2(folder).pool());
  }
}
