package dev.headgate.catalog.torture;

import com.zaxxer.hikari.HikariDataSource;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.promotion.StepObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets processes die and looks at what they leave behind, each time before and after it is settled,
 * until the time is up and every death was died once.
 */
final class Torture {
  private static final int LATEST_PROMOTION = 10;
  private static final int LONGEST_LIFE_MILLIS = 3_000;

  private final Database database;
  private final Path folder;
  private final Random random;
  private final Map<String, Integer> deaths = new TreeMap<>();
  private final Deque<Death> planned = new ArrayDeque<>();
  private final AtomicLong readings = new AtomicLong();
  private long conflicts;
  private long promotions;
  private long settledAsPromoted;
  private long settledAsNot;

  Torture(Database database, Path folder, long seed) {
    this.database = database;
    this.folder = folder;
    this.random = new Random(seed);
  }

  /** The readings of this process are counted here too. */
  AtomicLong readings() {
    return readings;
  }

  void run(Duration atLeast) throws InterruptedException {
    long end = System.nanoTime() + atLeast.toNanos();
    while (System.nanoTime() < end || deaths.size() < Death.all().size()) {
      oneLife(nextDeath());
      lookAtWhatIsLeft();
    }
    lookAtEverything();
  }

  private Death nextDeath() {
    if (planned.isEmpty()) {
      List<Death> all = new ArrayList<>(Death.all());
      Collections.shuffle(all, random);
      planned.addAll(all);
    }
    return planned.remove();
  }

  private void oneLife(Death death) throws InterruptedException {
    Victim victim = Victim.start(database, folder, death, random.nextInt(LATEST_PROMOTION) + 1L);
    if (death.equals(Death.BY_SIGNAL)) {
      victim.killAfter(random.nextInt(LONGEST_LIFE_MILLIS));
    } else {
      victim.awaitDeath();
    }
    deaths.merge(death.name(), 1, Integer::sum);
    readings.addAndGet(victim.figure(1));
    conflicts += victim.figure(2);
  }

  /** Nothing is settled here: that is left to the next process. */
  private void lookAtWhatIsLeft() {
    try (HikariDataSource pool = database.pool();
        VersionedCatalog lake = Database.lake(pool, folder, StepObserver.NONE)) {
      long before = promotions;
      promotions = new Verification(pool, lake, folder).check(before);
      readings.addAndGet(promotions - before);
      if (promotions > Journal.acknowledged(folder).last()) {
        settledAsPromoted++;
      } else {
        settledAsNot++;
      }
    }
  }

  private void lookAtEverything() {
    try (HikariDataSource pool = database.pool();
        VersionedCatalog lake = Database.lake(pool, folder, StepObserver.NONE)) {
      new Releaser(lake, new AppReleases(pool), folder, ForkJoinPool.commonPool()).resume();
      promotions = new Verification(pool, lake, folder).check(0);
      readings.addAndGet(promotions);
    }
  }

  /** For people. */
  String figures() {
    return promotions
        + " promotions, "
        + readings
        + " readings, deaths "
        + deaths
        + " ("
        + settledAsPromoted
        + " left a promotion that nobody knew of, "
        + settledAsNot
        + " did not), "
        + conflicts
        + " conflicts, "
        + Journal.direct(folder).last()
        + " direct commits";
  }
}
