package dev.headgate.plugins.spark;

import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.WriteMode;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.JobListener;
import dev.headgate.spi.JobRequest;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.QueryEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process with a warm Spark and a running application, made to be killed. */
final class ShortLivedParent {
  static final String READY = "both are running";

  private ShortLivedParent() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path jar = SleepingApp.jar(folder.resolve("sleeping.jar"));
    IsolatedPlugin plugin =
        IsolatedPlugin.load(World.pluginFolder(), World.context(folder, Map.of("memory", "512m")));
    CatalogAccess nowhere = new CatalogAccess("http://127.0.0.1:9/none", "main", "token");
    QueryEngine queries = plugin.queries();
    queries.query(nowhere, "SELECT 1", 1, Duration.ofMinutes(2));
    Launcher apps = plugin.launcher("spark-app");
    Job job =
        new Job(
            "spark-app",
            Map.of("jar", jar.toString(), "mainClass", SleepingApp.class.getName()),
            Map.of());
    JobRequest request =
        new JobRequest(
            new ProductName("test", "product"),
            1,
            "1-run",
            1,
            job,
            List.of(World.dataset("a.b", null, new WriteMode.Append())),
            Map.of(),
            Map.of(),
            nowhere,
            Map.of(),
            folder.resolve("run.log"),
            Duration.ofMinutes(5));
    apps.run(
        request,
        new JobListener() {
          @Override
          public void started(String externalId) {
            System.out.println(READY);
          }

          @Override
          public void progress(String line) {
            System.out.println(line);
          }
        });
  }
}
