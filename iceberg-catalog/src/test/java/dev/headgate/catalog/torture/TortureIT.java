package dev.headgate.catalog.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.promotion.StepObserver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes at every step of promotions. {@code -Dheadgate.torture.seconds=600} makes it
 * longer, half on each database; {@code -Dheadgate.torture.seed} repeats the order of deaths.
 */
class TortureIT {
  private static final long SECONDS = Long.getLong("headgate.torture.seconds", 60);
  private static final long SEED = Long.getLong("headgate.torture.seed", System.nanoTime());

  @TempDir Path folder;

  @Test
  void onAnH2File() throws InterruptedException {
    Torture torture = new Torture(Database.h2(folder), folder, SEED);
    torture.run(Duration.ofSeconds(SECONDS / 2));
    report("H2", torture);
  }

  /** Here a reader in this process goes on reading while the others die. */
  @Test
  void onPostgres() throws InterruptedException, IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      Database database = new Database(server.getJdbcUrl("postgres", "postgres"), "postgres");
      Torture torture = new Torture(database, folder, SEED);
      AtomicReference<Throwable> violation = new AtomicReference<>();
      try (HikariDataSource pool = database.pool();
          VersionedCatalog lake = Database.lake(pool, folder, StepObserver.NONE)) {
        lake.main().createNamespace(Accounts.BANK);
        Reader reader =
            new Reader(
                lake,
                new AtomicLong(),
                torture.readings(),
                found -> violation.compareAndSet(null, found));
        Thread thread = new Thread(reader, "reader");
        thread.start();
        try {
          torture.run(Duration.ofSeconds(SECONDS / 2));
        } finally {
          reader.stop();
          thread.join();
        }
      }
      assertThat(violation.get()).as("what this process read").isNull();
      report("PostgreSQL", torture);
    }
  }

  private static void report(String database, Torture torture) {
    System.out.println("torture on " + database + ": " + torture.figures() + ", seed " + SEED);
  }
}
