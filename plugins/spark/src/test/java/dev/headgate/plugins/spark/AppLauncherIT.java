package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.WriteMode;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import dev.headgate.spi.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.iceberg.Snapshot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(World.Extension.class)
class AppLauncherIT {
  private static final Dataset FLIGHTS =
      World.dataset("operations.flights", "day(flight_date)", new WriteMode.OverwritePartitions());

  private final World world;
  private final CatalogAccess view;

  @TempDir private Path folder;

  AppLauncherIT(World world) {
    this.world = world;
    this.view = world.lake.view("apps");
  }

  @Test
  void theExampleIngestsFilesIntoTheBranch() throws Exception {
    Path files = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        files.resolve("29.csv"), "day,from,late\n2001-06-29,BOS,5\n2001-06-29,JFK,\n");
    Files.writeString(files.resolve("30.csv"), "day,from,late\n2001-06-30,SFO,-3\n");
    for (String day : List.of("29", "30", "30")) {
      JobRequest request = ingest(files, Map.of("file", day));
      JobOutcome outcome = world.apps.run(request, new World.Listener());
      assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
      assertThat(((JobOutcome.Succeeded) outcome).metrics())
          .isEqualTo(Map.of("rows", day.equals("29") ? "2" : "1"));
      assertThat(Files.readString(request.log()))
          .contains("rows into operations.flights")
          .doesNotContain(view.token());
    }

    assertThat(world.rows(view, "SELECT origin FROM operations.flights ORDER BY origin"))
        .containsExactly(List.of("BOS"), List.of("JFK"), List.of("SFO"));
    assertThat(world.lake.table("apps", "operations.flights").snapshots()).hasSize(3);
    for (Snapshot snapshot : world.lake.table("apps", "operations.flights").snapshots()) {
      assertThat(snapshot.summary()).containsKeys("headgate.release", "headgate.run");
    }
    assertThat(world.lake.tokens("apps")).containsExactly(view.token());
    try (Stream<Path> left = Files.list(world.folder.resolve("data/spark/apps"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFailureIsToldInALine() throws Exception {
    JobOutcome.Failed missing =
        (JobOutcome.Failed)
            world.apps.run(ingest(folder, Map.of("file", "none")), new World.Listener());
    assertThat(missing.message())
        .contains("PATH_NOT_FOUND")
        .contains("none.csv")
        .endsWith("(exit code 1)");
    assertThat(missing.retryable()).isFalse();

    Path jar = SleepingApp.jar(folder.resolve("app.jar"));
    JobOutcome.Failed failed =
        (JobOutcome.Failed)
            world.apps.run(
                request(
                    Map.of(
                        "jar", jar.toString(),
                        "mainClass", SleepingApp.class.getName(),
                        "args", List.of("no luck"))),
                new World.Listener());
    assertThat(failed)
        .isEqualTo(
            new JobOutcome.Failed("java.lang.IllegalStateException: no luck (exit code 1)", true));
  }

  @Test
  void interruptKillsTheApplication() throws Exception {
    Path jar = SleepingApp.jar(folder.resolve("app.jar"));
    JobRequest request =
        request(Map.of("jar", jar.toString(), "mainClass", SleepingApp.class.getName()));
    World.Listener listener = new World.Listener();
    AtomicReference<Object> result = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.set(world.apps.run(request, listener));
              } catch (InterruptedException e) {
                result.set(e);
              }
            });
    thread.start();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                Files.exists(request.log())
                    && Files.readString(request.log()).contains(SleepingApp.RUNNING));
    long pid = Long.parseLong(listener.externalId.replaceAll("\\D", ""));
    assertThat(ProcessHandle.of(pid)).isPresent();

    thread.interrupt();
    thread.join(30_000);

    assertThat(result.get()).isInstanceOf(InterruptedException.class);
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void whatThisInstallationCannotRunIsSaidAtOnce() throws Exception {
    String jar = SleepingApp.jar(folder.resolve("app.jar")).toString();
    assertRefused(
        "master yarn needs a Spark distribution", "jar", jar, "mainClass", "M", "master", "yarn");
    assertRefused("mainClass is missing", "jar", jar);
    assertRefused("there is no file", "jar", folder + "/none.jar", "mainClass", "M");
    assertRefused("a spark-app job needs the key 'jar'");
    assertRefused("needs a Spark distribution with PySpark", "jar", "job.py");
    assertRefused(
        "conf: the catalog 'lake' is set by Headgate",
        "jar",
        jar,
        "mainClass",
        "M",
        "conf",
        Map.of("spark.sql.catalog.lake.warehouse", "main"));
    assertRefused(
        "args: the release was not given the parameter 'day'",
        "jar",
        jar,
        "mainClass",
        "M",
        "args",
        List.of("${day}"));
  }

  @Test
  void sparkHomeRunsItsOwnSubmitUnderSupervision() throws Exception {
    Path home = folder.resolve("home");
    Path submit = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
    Files.writeString(
        submit,
        """
        #!/bin/sh
        echo "home=$SPARK_HOME spec=$(test -f $HEADGATE_RUN_SPEC && echo there)"
        echo "args=$*"
        ls -l $2 | cut -c1-10
        exit 3
        """);
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(home.resolve("python/pyspark"));
    Launcher launcher =
        IsolatedPlugin.load(
                World.pluginFolder(),
                World.context(folder.resolve("other"), Map.of("home", home.toString())))
            .launcher("spark-app");
    JobRequest request =
        world.request(
            view,
            FLIGHTS,
            new Job("spark-app", Map.of("jar", "jobs/load.py", "master", "yarn"), Map.of()),
            Map.of("jobs/load.py", "print('hello')"),
            Map.of());

    JobOutcome.Failed failed = (JobOutcome.Failed) launcher.run(request, new World.Listener());

    assertThat(failed.message()).endsWith("(exit code 3)");
    assertThat(Files.readString(request.log()))
        .contains("home=" + home + " spec=there")
        .contains("--properties-file")
        .contains("iceberg-spark-runtime-")
        .contains("/load.py")
        .contains("-rw-------")
        .doesNotContain(view.token());
  }

  private void assertRefused(String message, Object... settings) throws Exception {
    Map<String, Object> map = new java.util.HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      map.put((String) settings[i], settings[i + 1]);
    }
    JobOutcome.Failed failed =
        (JobOutcome.Failed) world.apps.run(request(map), new World.Listener());
    assertThat(failed.message()).contains(message);
    assertThat(failed.retryable()).isFalse();
  }

  private JobRequest ingest(Path files, Map<String, String> parameters) {
    Job job =
        new Job(
            "spark-app",
            Map.of(
                "jar", World.examplesJar().toString(),
                "mainClass", "dev.headgate.jobs.examples.IngestFiles",
                "args",
                    List.of(
                        "--format",
                        "csv",
                        "--option",
                        "header=true",
                        "--path",
                        files + "/${file}.csv",
                        "--select",
                        "CAST(day AS DATE) AS flight_date, `from` AS origin, CAST(late AS INT) AS delay",
                        "--table",
                        "operations.flights"),
                "conf", Map.of("spark.sql.shuffle.partitions", "2")),
            Map.of());
    return world.request(view, FLIGHTS, job, Map.of(), parameters);
  }

  private JobRequest request(Map<String, Object> settings) {
    return world.request(
        view, FLIGHTS, new Job("spark-app", settings, Map.of()), Map.of(), Map.of());
  }
}
