package dev.headgate.catalog;

import dev.headgate.catalog.view.Guard;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.view.ViewMetadata;

/** How the behaviour suites open their lakes. */
final class Lakes {
  private Lakes() {}

  static CatalogConfig configured(CatalogConfig config, TestClock clock) {
    return config.withClock(clock).withGuards(Map.of("no-id", new NoId()));
  }

  static TestLake h2(Path folder, TestClock clock) {
    return TestLake.onH2(folder, config -> configured(config, clock));
  }

  static TestLake postgres(Path folder, TestClock clock) {
    return TestLake.on(Databases.postgres(), folder, config -> configured(config, clock));
  }

  /** Refuses what has a column {@code id}. */
  private static final class NoId implements Guard {
    @Override
    public void check(
        String branch,
        TableIdentifier table,
        Schema before,
        TableMetadata metadata,
        boolean newData) {
      check(branch, table, metadata.schema());
    }

    @Override
    public void checkView(
        String branch,
        TableIdentifier view,
        Schema before,
        ViewMetadata metadata,
        boolean newVersion) {
      check(branch, view, metadata.schema());
    }

    private static void check(String branch, TableIdentifier name, Schema schema) {
      if (schema.findField("id") != null) {
        throw new ForbiddenException("%s: %s has an id", branch, name);
      }
    }
  }
}
