package dev.headgate.server.engine;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.engine.Engine;
import dev.headgate.server.lifecycle.Service;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the engine of direct commits to main; however many come while it looks, it looks once more.
 */
public final class LakeWatch implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(LakeWatch.class);

  private final VersionedCatalog catalog;
  private final Engine engine;
  private final AtomicBoolean due = new AtomicBoolean();
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "lake-watch"));

  @Inject
  LakeWatch(VersionedCatalog catalog, Engine engine) {
    this.catalog = catalog;
    this.engine = engine;
  }

  @Override
  public String name() {
    return "lake watch";
  }

  @Override
  public void start() {
    catalog.onMainCommit(this::changed);
  }

  private void changed() {
    if (!executor.isShutdown() && due.compareAndSet(false, true)) {
      executor.execute(this::look);
    }
  }

  /** What fails here is found by the engine's sweep. */
  private void look() {
    due.set(false);
    try {
      engine.lakeChanged();
    } catch (RuntimeException e) {
      LOG.warn("could not look at what changed in the lake", e);
    }
  }

  @Override
  public void stop() {
    executor.shutdown();
  }
}
