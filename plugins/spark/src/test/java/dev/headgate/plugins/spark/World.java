package dev.headgate.plugins.spark;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.WriteMode;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.JobListener;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.QueryEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One lake, one plugin and one warm Spark for all tests of the module. */
final class World implements AutoCloseable {
  private static final AtomicLong RUN = new AtomicLong();

  final Path folder;
  final TestLake lake;
  final IsolatedPlugin plugin;
  final Launcher sql;
  final Launcher apps;
  final QueryEngine queries;

  private World() {
    try {
      folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "world");
      lake = TestLake.start(folder.resolve("lake"));
      plugin = IsolatedPlugin.load(pluginFolder(), context(folder, Map.of("memory", "1g")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sql = plugin.launcher("spark-sql");
    apps = plugin.launcher("spark-app");
    queries = plugin.queries();
  }

  /** Gives a test class the one world. */
  static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(World.class, key -> new World(), World.class);
    }
  }

  static Path pluginFolder() {
    return Path.of("target", "plugin").toAbsolutePath();
  }

  static Path root() {
    return Path.of(System.getProperty("headgate.root"));
  }

  static Path examplesJar() {
    try (Stream<Path> files = Files.list(root().resolve("jobs/examples/target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("headgate-job-examples-.*\\.jar"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An installation with the Spark that the build made, and a data folder. */
  static PluginContext context(Path folder, Map<String, String> config) throws IOException {
    Path installation = Files.createDirectories(folder.resolve("installation"));
    for (String part : List.of("spark", "jobs")) {
      Path link = installation.resolve(part);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, root().resolve("jobs/runtime/target").resolve(part));
      }
    }
    return new PluginContext(
        config, installation, Files.createDirectories(folder.resolve("data").resolve("spark")));
  }

  static Dataset dataset(String name, String partitionedBy, WriteMode mode) {
    return new Dataset(
        DatasetName.parse(name),
        List.of(),
        Optional.ofNullable(partitionedBy),
        new Job("spark-sql", Map.of("file", "sql/x.sql"), Map.of()),
        mode,
        List.of(),
        1,
        Duration.ofMinutes(5),
        "digest");
  }

  JobRequest sqlRequest(
      CatalogAccess view, Dataset dataset, String sql, Map<String, String> parameters) {
    return request(view, dataset, dataset.job(), Map.of("sql/x.sql", sql), parameters);
  }

  JobRequest request(
      CatalogAccess view,
      Dataset dataset,
      Job job,
      Map<String, String> files,
      Map<String, String> parameters) {
    long release = RUN.incrementAndGet();
    return new JobRequest(
        new ProductName("test", "product"),
        release,
        release + "-" + dataset.name().table(),
        1,
        job,
        List.of(dataset),
        files,
        parameters,
        view,
        Map.of("headgate.release", Long.toString(release), "headgate.run", release + "-run"),
        folder.resolve("run-" + release + ".log"),
        Duration.ofMinutes(5));
  }

  JobOutcome build(CatalogAccess view, Dataset dataset, String query) throws InterruptedException {
    return sql.run(sqlRequest(view, dataset, query, Map.of()), new Listener());
  }

  List<List<Object>> rows(CatalogAccess view, String query) throws InterruptedException {
    return queries.query(view, query, 1000, Duration.ofMinutes(2)).rows();
  }

  /** The processes of Headgate's Spark Connect servers that this one started. */
  static Stream<ProcessHandle> connectServers(ProcessHandle of) {
    return of.descendants()
        .filter(
            process ->
                process.info().arguments().stream()
                    .flatMap(Stream::of)
                    .anyMatch("dev.headgate.jobs.runtime.ConnectServer"::equals));
  }

  /** Remembers that a job started. */
  static final class Listener implements JobListener {
    volatile String externalId;

    @Override
    public void started(String id) {
      externalId = id;
    }

    @Override
    public void progress(String line) {
      // the tests look at the log
    }
  }

  @Override
  public void close() {
    sql.close();
    apps.close();
    queries.close();
    lake.close();
  }
}
