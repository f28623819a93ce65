package dev.headgate.plugins.spark;

import dev.headgate.model.product.Dataset;
import dev.headgate.spi.JobListener;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.PluginException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs one SELECT on the Spark Connect server and writes its result into the dataset. */
final class SqlLauncher implements Launcher {
  static final String FILE = "file";

  private final ConnectServer server;

  SqlLauncher(ConnectServer server) {
    this.server = server;
  }

  @Override
  public JobOutcome run(JobRequest request, JobListener listener) throws InterruptedException {
    String file = String.valueOf(request.job().settings().get(FILE));
    String sql = request.files().get(file);
    if (sql == null) {
      return new JobOutcome.Failed("the content of " + file + " was not given", false);
    }
    if (request.datasets().size() != 1) {
      return new JobOutcome.Failed(
          "a spark-sql job writes one dataset, not " + request.datasets().size(), false);
    }
    Optional<String> wrong = ReadOnly.objection(sql);
    if (wrong.isPresent()) {
      return new JobOutcome.Failed(
          file + ": " + wrong.get() + "; Headgate writes its result", false);
    }
    JobLog log = new JobLog(request.log());
    BoundSql bound = BoundSql.of(sql, request.parameters());
    for (String name : bound.missing()) {
      log.line("parameter :" + name + " is not given and therefore NULL");
    }
    try {
      return run(request, file, bound, listener, log);
    } catch (ExecutionException e) {
      log.failure(file + " failed", e.getCause());
      return SparkFailure.of(e, file, bound).outcome();
    } catch (TimeoutException | Session.Lost | PluginException e) {
      log.line(file + " failed: " + e.getMessage());
      return new JobOutcome.Failed(e.getMessage(), true);
    }
  }

  private JobOutcome run(
      JobRequest request, String file, BoundSql sql, JobListener listener, JobLog log)
      throws InterruptedException, ExecutionException, TimeoutException, Session.Lost {
    listener.progress("waiting for Spark");
    Endpoint endpoint = server.endpoint();
    try (Session session =
        Session.open(
            endpoint,
            request.catalog(),
            CatalogConf.snapshotProperties(request.snapshotProperties()))) {
      log.line("session " + session.id() + " on " + request.catalog().warehouse());
      listener.started(session.id());
      listener.progress("running " + file);
      Dataset dataset = request.datasets().get(0);
      Map<String, String> figures =
          session.run(() -> write(session.spark(), sql, dataset, log), TimeUnit.DAYS.toNanos(365));
      log.line("done: " + figures);
      return new JobOutcome.Succeeded(figures);
    }
  }

  private static Map<String, String> write(
      SparkSession spark, BoundSql sql, Dataset dataset, JobLog log) throws Exception {
    org.apache.spark.sql.Dataset<Row> rows = spark.sql(sql.text());
    return new TableWriter(spark, dataset, log).write(rows);
  }

  @Override
  public void close() {
    server.close();
  }
}
