package dev.headgate.plugins.spark;

import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs queries on the Spark Connect server, in sessions that are kept for a while. */
final class SparkQueryEngine implements QueryEngine {
  private final ConnectServer server;
  private final QuerySessions sessions;

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
      throw new PluginException(wrong.get());
    }
    try (QuerySessions.Lease lease = sessions.lease(view)) {
      try {
        return lease
            .session()
            .run(() -> collect(lease.session().spark(), sql, maxRows), nanos(timeout));
      } catch (Session.Lost e) {
        lease.discard();
        throw new PluginException(e.getMessage(), e);
      } catch (ExecutionException e) {
        SparkFailure failure = SparkFailure.of(e, Optional.empty());
        if (failure.retryable()) {
          lease.discard();
        }
        throw new PluginException(failure.message(), e);
      } catch (TimeoutException e) {
        throw new PluginException("the query took longer than " + timeout.toSeconds() + " s", e);
      }
    } catch (Session.Lost e) {
      throw new PluginException(e.getMessage(), e);
    } catch (ExecutionException e) {
      throw new PluginException(SparkFailure.of(e, Optional.empty()).message(), e);
    }
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
    List<Column> columns =
        Arrays.stream(query.schema().fields())
            .map(field -> new Column(field.name(), field.dataType().catalogString()))
            .toList();
    int asked = maxRows == Integer.MAX_VALUE ? maxRows : maxRows + 1;
    List<Row> found = query.limit(asked).collectAsList();
    boolean truncated = found.size() > maxRows;
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : truncated ? found.subList(0, maxRows) : found) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        values.add(Values.plain(row.get(i)));
      }
      rows.add(values);
    }
    return new Result(columns, rows, truncated);
  }

  @Override
  public void close() {
    sessions.close();
    server.close();
  }
}
