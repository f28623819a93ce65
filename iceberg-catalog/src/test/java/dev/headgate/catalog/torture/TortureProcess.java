package dev.headgate.catalog.torture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.promotion.Step;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.iceberg.catalog.Namespace;

/**
 * The process that is killed: promotes at full speed, with readers and a direct writer beside it,
 * until it dies as it was told to. What it prints is read by {@link Victim}.
 */
final class TortureProcess {
  static final String READY = "@ready";
  static final String FIGURES = "@figures";
  static final String VIOLATION = "@violation";
  private static final int READERS = 2;
  private static final int WRITERS = 4;
  private static final int VIOLATED = 3;
  private static final int ORPHANED = 4;

  private final PrintStream out = new PrintStream(System.out, true, UTF_8);
  private final Path folder;
  private final Death death;
  private final long dyingPromotion;
  private final AtomicLong promotions = new AtomicLong();
  private final AtomicLong readings = new AtomicLong();
  private final AtomicReference<DirectWriter> direct = new AtomicReference<>();

  private TortureProcess(Path folder, Death death, long dyingPromotion) {
    this.folder = folder;
    this.death = death;
    this.dyingPromotion = dyingPromotion;
  }

  /** Arguments: URL, user, folder, how to die, and in which promotion. */
  public static void main(String[] args) {
    diesWithItsParent();
    TortureProcess process =
        new TortureProcess(Path.of(args[2]), new Death(args[3]), Long.parseLong(args[4]));
    try {
      process.run(new Database(args[0], args[1]));
    } catch (RuntimeException e) {
      process.violated(e);
    }
  }

  /** The parent never writes: what ends the waiting is its end. */
  private static void diesWithItsParent() {
    start(
        () -> {
          try {
            System.in.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } finally {
            Runtime.getRuntime().halt(ORPHANED);
          }
        });
  }

  private static void start(Runnable runnable) {
    Thread thread = new Thread(runnable);
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Database database) {
    HikariDataSource pool = database.pool();
    AppReleases releases = new AppReleases(pool);
    VersionedCatalog lake = Database.lake(pool, folder, this::reached);
    makeNamespace(lake, Accounts.BANK);
    makeNamespace(lake, DirectWriter.RAW);

    Releaser releaser = new Releaser(lake, releases, folder, Executors.newFixedThreadPool(WRITERS));
    Ticket next = releaser.resume();
    AtomicLong floor = new AtomicLong(next.number() - 1);
    new Verification(pool, lake, folder).check(floor.get());
    direct.set(new DirectWriter(lake, Journal.direct(folder), this::violated));
    start(direct.get());
    for (int i = 0; i < READERS; i++) {
      start(new Reader(lake, floor, readings, this::violated));
    }
    out.println(READY);
    while (true) {
      promotions.incrementAndGet();
      next = releaser.release(next, direct.get());
      floor.accumulateAndGet(next.number() - 1, Math::max);
      out.println(FIGURES + " " + readings.get() + " " + releaser.conflicts());
    }
  }

  private static void makeNamespace(VersionedCatalog lake, Namespace namespace) {
    if (!lake.main().namespaceExists(namespace)) {
      lake.main().createNamespace(namespace);
    }
  }

  /** Direct commits are made to fall just before and into the transaction of the swap. */
  private void reached(String branch, Step step) {
    if (promotions.get() >= dyingPromotion && death.isAt(step)) {
      Runtime.getRuntime().halt(Death.EXIT_CODE);
    }
    if (step == Step.PREPARED || step == Step.BEFORE_COMMIT) {
      direct.get().ask();
    }
  }

  private void violated(Throwable violation) {
    out.println(VIOLATION + " " + violation);
    violation.printStackTrace(out);
    Runtime.getRuntime().halt(VIOLATED);
  }
}
