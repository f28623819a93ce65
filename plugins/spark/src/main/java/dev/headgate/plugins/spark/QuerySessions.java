package dev.headgate.plugins.spark;

import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sessions for queries, one per view and token, shared by queries at the same time. Idle ones are
 * closed after a while, the longest idle first where there are many.
 */
final class QuerySessions implements AutoCloseable {
  private static final int MOST = 16;
  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final Duration SWEEP = Duration.ofSeconds(15);

  /** Files are not the lake: queries see tables only. */
  private static final Map<String, String> CONF = Map.of("spark.sql.runSQLOnFiles", "false");

  private final ConnectServer server;
  private final Map<CatalogAccess, Cached> cached = new HashMap<>();
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "headgate-spark-idle");
            thread.setDaemon(true);
            return thread;
          });
  private final ScheduledFuture<?> sweeping;
  private boolean closed;

  private static final class Cached {
    private final Session session;
    private final Endpoint endpoint;
    private int users;
    private long idleSince;
    private boolean discarded;

    Cached(Session session, Endpoint endpoint) {
      this.session = session;
      this.endpoint = endpoint;
    }
  }

  QuerySessions(ConnectServer server) {
    this.server = server;
    this.sweeping =
        sweeper.scheduleWithFixedDelay(
            () -> closeIdle(IDLE.toNanos(), MOST),
            SWEEP.toMillis(),
            SWEEP.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** The use of one session; closing it gives the session back. */
  final class Lease implements AutoCloseable {
    private final CatalogAccess view;
    private final Cached use;

    private Lease(CatalogAccess view, Cached use) {
      this.view = view;
      this.use = use;
    }

    Session session() {
      return use.session;
    }

    /** The session is no good: nobody gets it again. */
    void discard() {
      synchronized (QuerySessions.this) {
        use.discarded = true;
        cached.remove(view, use);
      }
    }

    @Override
    public void close() {
      synchronized (QuerySessions.this) {
        use.users--;
        use.idleSince = System.nanoTime();
        if (use.users > 0 || !(use.discarded || closed)) {
          return;
        }
      }
      use.session.close();
    }
  }

  Lease lease(CatalogAccess view) throws InterruptedException, ExecutionException, Session.Lost {
    Endpoint endpoint = server.endpoint();
    synchronized (this) {
      Cached known = cached.get(view);
      if (known != null && known.endpoint.equals(endpoint)) {
        known.users++;
        return new Lease(view, known);
      }
    }
    Cached fresh = new Cached(Session.open(endpoint, view, CONF), endpoint);
    Lease lease;
    synchronized (this) {
      if (closed) {
        fresh.discarded = true;
      }
      Cached other = cached.get(view);
      if (!closed && (other == null || !other.endpoint.equals(endpoint))) {
        cached.put(view, fresh);
      } else {
        fresh.discarded = true;
      }
      fresh.users++;
      lease = new Lease(view, fresh);
      if (closed) {
        fresh.session.close();
        throw new PluginException("the Spark plugin is closed");
      }
    }
    closeIdle(Long.MAX_VALUE, MOST);
    return lease;
  }

  /** Closes what nobody uses: what is idle for longer than given, and what is too many. */
  private void closeIdle(long nanos, int most) {
    List<Cached> gone = new ArrayList<>();
    synchronized (this) {
      long now = System.nanoTime();
      List<Map.Entry<CatalogAccess, Cached>> idle =
          cached.entrySet().stream()
              .filter(entry -> entry.getValue().users == 0)
              .sorted(Comparator.comparingLong(entry -> entry.getValue().idleSince - now))
              .toList();
      for (Map.Entry<CatalogAccess, Cached> entry : idle) {
        if (cached.size() > most || now - entry.getValue().idleSince > nanos) {
          cached.remove(entry.getKey());
          gone.add(entry.getValue());
        }
      }
    }
    gone.forEach(use -> use.session.close());
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    sweeping.cancel(false);
    sweeper.shutdown();
    closeIdle(-1, 0);
  }
}
