package dev.headgate.catalog;

import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.exceptions.ForbiddenException;

/** How the behaviour suites open their lakes. */
final class Lakes {
  private Lakes() {}

  static CatalogConfig configured(CatalogConfig config, TestClock clock) {
    return config
        .withClock(clock)
        .withGuards(
            Map.of(
                "no-id",
                (branch, table, before, metadata, newData) -> {
                  if (metadata.schema().findField("id") != null) {
                    throw new ForbiddenException("%s: %s has an id", branch, table);
                  }
                }));
  }

  static TestLake h2(Path folder, TestClock clock) {
    return TestLake.onH2(folder, config -> configured(config, clock));
  }

  static TestLake postgres(Path folder, TestClock clock) {
    return TestLake.on(Databases.postgres(), folder, config -> configured(config, clock));
  }
}
