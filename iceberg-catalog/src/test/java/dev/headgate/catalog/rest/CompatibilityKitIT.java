package dev.headgate.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.catalog.Databases;
import dev.headgate.catalog.TestLake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg's REST Compatibility Kit against an empty lake each time. */
class CompatibilityKitIT {
  /** Of the kit's tests some are off for every server, or for what no server has to do. */
  private static final int EXPECTED = 144;

  @TempDir Path folder;

  @Test
  void passesOnMain() {
    try (RestLake lake = RestLake.inMemory(folder, false)) {
      assertPasses("main", lake);
    }
  }

  @Test
  void passesOnABranch() {
    try (RestLake lake = RestLake.inMemory(folder, true)) {
      assertPasses("a branch", lake);
    }
  }

  @Test
  void passesOnABranchInPostgres() {
    try (RestLake lake =
        RestLake.forSuites(
            folder, true, configured -> TestLake.on(Databases.postgres(), folder, configured))) {
      assertPasses("a branch, PostgreSQL", lake);
    }
  }

  private static void assertPasses(String where, RestLake lake) {
    Kit.Figures figures = Kit.run(lake);
    System.out.println("REST Compatibility Kit on " + where + ": " + figures);
    assertThat(figures.failures()).isEmpty();
    assertThat(figures.passed()).isGreaterThanOrEqualTo(EXPECTED);
  }
}
