package dev.headgate.plugins.spark;

import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PluginException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Spark Connect server of our own: started when first needed, and again when it died. Starts that
 * follow each other quickly wait longer and longer, up to half a minute.
 */
final class EmbeddedServer implements ConnectServer {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

  /** A server that lived this long counts as healthy: the next start waits for nothing. */
  private static final Duration HEALTHY = Duration.ofMinutes(1);

  /** What starts one server process. */
  interface Starter {
    ConnectProcess start() throws InterruptedException;
  }

  private final Starter starter;
  private final ReentrantLock lock = new ReentrantLock();
  private ConnectProcess process;
  private long startedAt;
  private int quickDeaths;
  private boolean closed;

  EmbeddedServer(Starter starter) {
    this.starter = starter;
  }

  static EmbeddedServer of(SparkConfig config, PluginContext context) {
    SparkFolder spark = SparkFolder.of(context.installation());
    return new EmbeddedServer(
        () -> ConnectProcess.start(config, spark, context.data().resolve("connect")));
  }

  @Override
  public Endpoint endpoint() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (closed) {
        throw new PluginException("the Spark plugin is closed");
      }
      if (process == null || !process.isAlive()) {
        start();
      }
      return process.endpoint();
    } finally {
      lock.unlock();
    }
  }

  private void start() throws InterruptedException {
    if (startedAt != 0) {
      backOff();
    }
    startedAt = System.nanoTime();
    process = null;
    process = starter.start();
    LOG.info(
        "Spark Connect server {} is ready after {} ms",
        process.pid(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt));
  }

  private void backOff() throws InterruptedException {
    Duration lived = Duration.ofNanos(System.nanoTime() - startedAt);
    quickDeaths = lived.compareTo(HEALTHY) < 0 ? quickDeaths + 1 : 0;
    Duration wait = delay(quickDeaths).minus(lived);
    if (!wait.isNegative()) {
      LOG.info("Spark Connect server is started again in {} ms", wait.toMillis());
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    }
  }

  /** How long after a start the next one may follow. */
  static Duration delay(int quickDeaths) {
    if (quickDeaths == 0) {
      return Duration.ZERO;
    }
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(quickDeaths - 1, 10));
    return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (process != null) {
        process.stop();
      }
    } finally {
      lock.unlock();
    }
  }
}
