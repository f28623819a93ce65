package dev.headgate.server;

import dev.headgate.server.home.HomeLock;
import dev.headgate.server.lifecycle.Lifecycle;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. */
public final class HeadgateServer {
  private static final Logger LOG = LoggerFactory.getLogger(HeadgateServer.class);

  private final URI url;
  private final Lifecycle lifecycle;
  private final HomeLock lock;
  private final Duration stopTimeout;
  private final CountDownLatch closed = new CountDownLatch(1);

  HeadgateServer(URI url, Lifecycle lifecycle, HomeLock lock, Duration stopTimeout) {
    this.url = url;
    this.lifecycle = lifecycle;
    this.lock = lock;
    this.stopTimeout = stopTimeout;
  }

  /** Starts a server; when this returns, it answers. */
  public static HeadgateServer start(ServerOptions options) throws Exception {
    return new Bootstrap(options, System.getenv(), ServerModules::of).start();
  }

  public URI url() {
    return url;
  }

  /**
   * Stops everything in order. What does not stop in time is left behind: all that matters is in
   * the database, and is taken up at the next start. Whether all stopped.
   */
  public boolean stop() throws InterruptedException {
    Thread stopper = new Thread(this::stopInOrder, "stop");
    stopper.setDaemon(true);
    stopper.start();
    boolean done = closed.await(stopTimeout.toMillis(), TimeUnit.MILLISECONDS);
    if (!done) {
      LOG.warn(
          "{} did not stop within {}: what is left is taken up at the next start",
          lifecycle.stopping(),
          stopTimeout);
    }
    return done;
  }

  private void stopInOrder() {
    lifecycle.close();
    lock.close();
    closed.countDown();
  }

  /** Waits until it was stopped. */
  public void await() throws InterruptedException {
    closed.await();
  }
}
