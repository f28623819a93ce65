package dev.headgate.plugins.spark;

import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connect.client.RetryPolicy;
import org.apache.spark.sql.connect.client.SparkConnectClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;

/**
 * A session of its own on a Spark Connect server, in which one view of the lake is the default
 * catalog. Thread-safe; work runs on other threads, so that the caller can be interrupted and a
 * server that is lost is noticed at once.
 */
final class Session implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final long STOP_SECONDS = 20;
  private static final AtomicLong NUMBER = new AtomicLong();
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "headgate-spark-" + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(Session.class.getClassLoader());
            return thread;
          });

  private final Endpoint endpoint;
  private final org.apache.spark.sql.connect.SparkSession spark;
  private final String id;

  private Session(Endpoint endpoint, org.apache.spark.sql.connect.SparkSession spark) {
    this.endpoint = endpoint;
    this.spark = spark;
    this.id = spark.sessionId();
  }

  /** The server went away under a statement. */
  static final class Lost extends Exception {
    private static final long serialVersionUID = 1;

    Lost(String message) {
      super(message);
    }
  }

  /**
   * Opens a session on {@code view}.
   *
   * @param conf more session settings
   */
  static Session open(Endpoint endpoint, CatalogAccess view, Map<String, String> conf)
      throws InterruptedException, ExecutionException, Lost {
    CompletableFuture<Session> opening =
        CompletableFuture.supplyAsync(() -> openHere(endpoint, view, conf), THREADS);
    boolean taken = false;
    try {
      Session session = await(endpoint, opening, Long.MAX_VALUE);
      taken = true;
      return session;
    } finally {
      if (!taken) {
        THREADS.execute(() -> opening.thenAccept(Session::close).exceptionally(e -> null).join());
      }
    }
  }

  private static Session openHere(Endpoint endpoint, CatalogAccess view, Map<String, String> conf) {
    SparkConnectClient client =
        SparkConnectClient.builder()
            .connectionString(endpoint.uri())
            .userAgent("headgate")
            .retryPolicy(patience())
            .build();
    org.apache.spark.sql.connect.SparkSession spark =
        org.apache.spark.sql.connect.SparkSession.builder().client(client).create();
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    spark.conf().set("spark.sql.parser.escapedStringLiterals", "false");
    conf.forEach(spark.conf()::set);
    CatalogConf.of(view).forEach(spark.conf()::set);
    return new Session(endpoint, spark);
  }

  /** How long a server that does not answer is waited for: about a minute. */
  private static RetryPolicy patience() {
    RetryPolicy policy = RetryPolicy.defaultPolicy();
    return policy.copy(
        Option.apply(9),
        policy.initialBackoff(),
        Option.apply(FiniteDuration.apply(10, TimeUnit.SECONDS)),
        policy.backoffMultiplier(),
        policy.jitter(),
        policy.minJitterThreshold(),
        policy.canRetry(),
        "headgate",
        policy.recognizeServerRetryDelay(),
        policy.maxServerRetryDelay());
  }

  SparkSession spark() {
    return spark;
  }

  String id() {
    return id;
  }

  /**
   * Does {@code work} and returns its result. When the caller is interrupted or the time is over,
   * what the work runs on the server is interrupted and has ended when this returns, as far as the
   * server still answers.
   *
   * @throws ExecutionException with what the work threw
   * @throws TimeoutException after {@code nanos}
   */
  <T> T run(Callable<T> work, long nanos)
      throws InterruptedException, ExecutionException, TimeoutException, Lost {
    String tag = "headgate-" + UUID.randomUUID();
    CompletableFuture<T> done = CompletableFuture.supplyAsync(() -> tagged(tag, work), THREADS);
    try {
      return awaitInTime(endpoint, done, nanos);
    } catch (InterruptedException | TimeoutException e) {
      stop(tag, done);
      throw e;
    }
  }

  private <T> T tagged(String tag, Callable<T> work) {
    spark.addTag(tag);
    try {
      return work.call();
    } catch (Exception e) {
      throw new CompletionException(e);
    } finally {
      spark.removeTag(tag);
    }
  }

  private void stop(String tag, CompletableFuture<?> done) {
    CompletableFuture<?> stopped =
        CompletableFuture.runAsync(() -> spark.interruptTag(tag), THREADS)
            .thenCombine(done.handle((result, failure) -> tag), (a, b) -> b);
    boolean interrupted = false;
    try {
      awaitInTime(endpoint, stopped, TimeUnit.SECONDS.toNanos(STOP_SECONDS));
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (ExecutionException | TimeoutException | Lost e) {
      LOG.warn("a statement of session {} could not be stopped in time", id, e);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T await(Endpoint endpoint, CompletableFuture<T> done, long nanos)
      throws InterruptedException, ExecutionException, Lost {
    try {
      return awaitInTime(endpoint, done, nanos);
    } catch (TimeoutException e) {
      throw new PluginException("waited for longer than time lasts", e);
    }
  }

  private static <T> T awaitInTime(Endpoint endpoint, CompletableFuture<T> done, long nanos)
      throws InterruptedException, ExecutionException, TimeoutException, Lost {
    CompletableFuture.anyOf(done, endpoint.lost()).get(nanos, TimeUnit.NANOSECONDS);
    if (!done.isDone()) {
      throw new Lost(endpoint.lost().join());
    }
    return done.get();
  }

  /** Ends the session on the server; returns at once. */
  @Override
  public void close() {
    THREADS.execute(
        () -> {
          try {
            if (endpoint.lost().isDone()) {
              spark.client().shutdown();
            } else {
              spark.close();
            }
          } catch (RuntimeException e) {
            LOG.warn("session {} could not be closed", id, e);
          }
        });
  }
}
