package dev.headgate.server.lake;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.server.lifecycle.Service;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the catalog delete, every hour, files that nothing refers to. */
public final class LakeCollection implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(LakeCollection.class);
  private static final long MINUTES_BETWEEN = 60;

  private final VersionedCatalog catalog;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "lake-collection"));
  private ScheduledFuture<?> rounds;

  @Inject
  LakeCollection(VersionedCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String name() {
    return "lake collection";
  }

  @Override
  public void start() {
    rounds =
        executor.scheduleWithFixedDelay(
            this::collect, MINUTES_BETWEEN, MINUTES_BETWEEN, TimeUnit.MINUTES);
  }

  private void collect() {
    try {
      catalog.collect();
    } catch (RuntimeException e) {
      LOG.warn("could not collect unused files; the next round tries again", e);
    }
  }

  @Override
  public void stop() {
    rounds.cancel(false);
    executor.shutdown();
    catalog.close();
  }
}
