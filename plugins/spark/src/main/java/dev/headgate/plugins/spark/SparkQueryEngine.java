package dev.headgate.plugins.spark;

import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.QueryException;
import dev.headgate.spi.SqlAnalysis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/** Runs and analyzes queries on the Spark Connect server, in sessions that are kept for a while. */
final class SparkQueryEngine implements QueryEngine {
  private final ConnectServer server;
  private final QuerySessions sessions;
  private final SqlAnalyzer analyzer = new SqlAnalyzer();

  SparkQueryEngine(ConnectServer server) {
    this.server = server;
    this.sessions = new QuerySessions(server);
  }

  @Override
  public Result query(CatalogAccess view, String sql, int maxRows, Duration timeout)
      throws InterruptedException {
    if (maxRows < 0) {
      throw new IllegalArgumentException("maxRows must not be negative: " + maxRows);
    }
    Optional<String> wrong = ReadOnly.objectionToLook(sql);
    if (wrong.isPresent()) {
      throw new QueryException(wrong.get(), wrong.get(), true, null);
    }
    return onView(view, spark -> collect(spark, sql, maxRows), sql, "the query", timeout);
  }

  @Override
  public Optional<Map<String, SqlAnalysis.Statement>> analyze(SqlAnalysis.Request request)
      throws InterruptedException {
    return onView(
        request.view(),
        spark -> analyzer.analyze(spark, request),
        "",
        "the analysis",
        request.timeout());
  }

  /** What is done in a session. */
  private interface Work<T> {
    T on(SparkSession spark) throws Exception;
  }

  /**
   * Does {@code work} in a session on a view.
   *
   * @param sql where a mistake may be
   * @param what to say in a message
   */
  private <T> T onView(CatalogAccess view, Work<T> work, String sql, String what, Duration timeout)
      throws InterruptedException {
    try (QuerySessions.Lease lease = sessions.lease(view)) {
      try {
        return lease.session().run(() -> work.on(lease.session().spark()), nanos(timeout));
      } catch (Session.Lost e) {
        lease.discard();
        throw new PluginException(e.getMessage(), e);
      } catch (ExecutionException e) {
        SparkFailure failure = SparkFailure.of(e, sql);
        if (failure.retryable()) {
          lease.discard();
        }
        throw failed(failure, e);
      } catch (TimeoutException e) {
        throw new PluginException(what + " took longer than " + timeout.toSeconds() + " s", e);
      }
    } catch (Session.Lost e) {
      throw new PluginException(e.getMessage(), e);
    } catch (ExecutionException e) {
      throw failed(SparkFailure.of(e, sql), e);
    }
  }

  private static QueryException failed(SparkFailure failure, Exception e) {
    return new QueryException(failure.message(), failure.withoutData(), !failure.retryable(), e);
  }

  private static long nanos(Duration timeout) {
    try {
      return timeout.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  private static Result collect(SparkSession spark, String sql, int maxRows) {
    Dataset<Row> query = spark.sql(sql);
    StructField[] fields = query.schema().fields();
    int asked = maxRows == Integer.MAX_VALUE ? maxRows : maxRows + 1;
    List<Row> found = plain(query.limit(asked), fields).collectAsList();
    boolean truncated = found.size() > maxRows;
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : truncated ? found.subList(0, maxRows) : found) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < fields.length; i++) {
        values.add(Values.plain(row.get(i), fields[i].dataType()));
      }
      rows.add(values);
    }
    List<Column> columns =
        Arrays.stream(fields)
            .map(field -> new Column(field.name(), field.dataType().catalogString()))
            .toList();
    return new Result(columns, rows, truncated);
  }

  /** The same rows with values that travel well; names are by number, as they may repeat. */
  private static Dataset<Row> plain(Dataset<Row> rows, StructField[] fields) {
    String[] names =
        IntStream.range(0, fields.length).mapToObj(i -> "c" + i).toArray(String[]::new);
    return rows.toDF(names)
        .select(
            IntStream.range(0, fields.length)
                .mapToObj(i -> Values.asked(functions.col(names[i]), fields[i].dataType()))
                .toArray(org.apache.spark.sql.Column[]::new));
  }

  @Override
  public void close() {
    sessions.close();
    server.close();
  }
}
