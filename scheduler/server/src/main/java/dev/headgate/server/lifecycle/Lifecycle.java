package dev.headgate.server.lifecycle;

import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All services, from the first start to the last stop. */
public final class Lifecycle implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

  private final List<Service> services;
  private final Deque<Service> running = new ArrayDeque<>();
  private volatile boolean started;
  private volatile String stopping = "";

  @Inject
  Lifecycle(Set<Service> services) {
    this.services = List.copyOf(services);
  }

  /** Starts all; if one fails, stops those that run and throws what it threw. */
  public synchronized void start() throws Exception {
    for (Service service : services) {
      long from = System.nanoTime();
      try {
        service.start();
      } catch (Exception e) {
        close();
        throw e;
      }
      running.push(service);
      LOG.info("{} started in {} ms", service.name(), (System.nanoTime() - from) / 1_000_000);
    }
    started = true;
  }

  /** Whether everything runs. */
  public boolean isStarted() {
    return started;
  }

  /** The service whose stop is under way; empty if none is. */
  public String stopping() {
    return stopping;
  }

  /** Stops all that run; one that fails to does not keep the others from it. */
  @Override
  public synchronized void close() {
    started = false;
    while (!running.isEmpty()) {
      Service service = running.pop();
      stopping = service.name();
      try {
        service.stop();
      } catch (Exception e) {
        LOG.error("{} did not stop properly", service.name(), e);
      }
    }
    stopping = "";
  }
}
