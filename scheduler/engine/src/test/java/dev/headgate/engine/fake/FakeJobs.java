package dev.headgate.engine.fake;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.JobListener;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import dev.headgate.spi.Launcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Jobs that write a text made of their logic and of what they read: {@code daily[v1](flights one)}.
 * What a dataset's next attempts do instead can be set.
 */
public final class FakeJobs implements Launcher {
  private final FakeLake lake;
  private final Map<String, Deque<Launcher>> instead = new HashMap<>();
  private final List<JobRequest> requests = new ArrayList<>();
  private final Set<String> flaky = new HashSet<>();

  public FakeJobs(FakeLake lake) {
    this.lake = lake;
  }

  /** The next attempt at a table does this instead. */
  public synchronized void next(String table, Launcher behaviour) {
    instead.computeIfAbsent(table, t -> new ArrayDeque<>()).add(behaviour);
  }

  /** The next attempt at a table fails. */
  public void failNext(String table, String message, boolean retryable) {
    next(table, (request, listener) -> new JobOutcome.Failed(message, retryable));
  }

  /** The first attempt of each run of a table fails, and may be tried again. */
  public synchronized void failFirstAttempts(String table) {
    flaky.add(table);
  }

  /** Every attempt so far. */
  public synchronized List<JobRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public JobOutcome run(JobRequest request, JobListener listener) throws InterruptedException {
    Optional<Launcher> behaviour;
    synchronized (this) {
      requests.add(request);
      Deque<Launcher> queue = instead.get(request.datasets().get(0).name().table());
      behaviour = Optional.ofNullable(queue == null ? null : queue.poll());
    }
    if (request.attempt() == 1 && isFlaky(request.datasets().get(0).name().table())) {
      return new JobOutcome.Failed("it fails at first", true);
    }
    return behaviour.isPresent()
        ? behaviour.get().run(request, listener)
        : write(request, listener);
  }

  private synchronized boolean isFlaky(String table) {
    return flaky.contains(table);
  }

  /** What a job does that does its work. */
  public JobOutcome write(JobRequest request, JobListener listener) {
    listener.started("fake-" + request.runId());
    for (Dataset dataset : request.datasets()) {
      List<String> read = new ArrayList<>();
      for (DatasetName input : dataset.inputs()) {
        read.add(
            lake.read(request.catalog().warehouse(), request.catalog().token(), input)
                .orElse("nothing"));
      }
      String text =
          dataset.name().table()
              + request.job().settings().getOrDefault("logic", "")
              + (request.parameters().isEmpty() ? "" : new TreeMap<>(request.parameters()))
              + read;
      lake.write(request.catalog().warehouse(), request.catalog().token(), dataset.name(), text);
    }
    listener.progress("wrote " + request.datasets().size());
    return new JobOutcome.Succeeded(Map.of("tables", "" + request.datasets().size()));
  }
}
