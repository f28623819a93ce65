package dev.headgate.catalog;

import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.exceptions.ForbiddenException;

/** How the behaviour suites open their lakes. */
final class Lakes {
  private Lakes() {}

  static CatalogConfig configured(CatalogConfig config) {
    return config.withGuards(
        Map.of(
            "no-id",
            (branch, table, metadata) -> {
              if (metadata.schema().findField("id") != null) {
                throw new ForbiddenException("%s: %s has an id", branch, table);
              }
            }));
  }

  static TestLake h2(Path folder) {
    return TestLake.onH2(folder, Lakes::configured);
  }

  static TestLake postgres(Path folder) {
    return TestLake.on(Databases.postgres(), folder, Lakes::configured);
  }
}
