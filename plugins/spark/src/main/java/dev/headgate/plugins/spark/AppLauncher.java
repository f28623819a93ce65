package dev.headgate.plugins.spark;

import dev.headgate.jobs.protocol.RunReport;
import dev.headgate.spi.JobListener;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.JobRequest;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a user's Spark application as a process of its own. */
final class AppLauncher implements Launcher {
  private static final Logger LOG = LoggerFactory.getLogger(AppLauncher.class);
  private static final List<String> FAULTS =
      List.of(
          "AnalysisException",
          "ParseException",
          "ClassNotFoundException",
          "NoSuchMethodException",
          "IllegalArgumentException");

  private final SparkConfig config;
  private final SparkFolder spark;
  private final Path folder;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  private AppLauncher(SparkConfig config, SparkFolder spark, Path folder) {
    this.config = config;
    this.spark = spark;
    this.folder = folder;
  }

  /** Throws away what an earlier server left of its runs. */
  static AppLauncher of(SparkConfig config, PluginContext context) {
    Path folder = context.data().resolve("apps");
    try {
      PrivateFiles.deleteTree(folder);
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new PluginException("cannot use " + folder + ": " + e.getMessage(), e);
    }
    return new AppLauncher(config, SparkFolder.of(context.installation()), folder);
  }

  @Override
  public JobOutcome run(JobRequest request, JobListener listener) throws InterruptedException {
    JobLog log = new JobLog(request.log());
    try {
      AppJob job = AppJob.of(request);
      AppCommand command = new AppCommand(config, spark, job);
      Path work =
          Files.createTempDirectory(folder, request.runId() + "-" + request.attempt() + "-");
      try {
        return run(request, job, command, work, listener, log);
      } finally {
        discard(work);
      }
    } catch (PluginException e) {
      log.line(e.getMessage());
      return new JobOutcome.Failed(e.getMessage(), false);
    } catch (IOException e) {
      log.failure("the application could not be started", e);
      return new JobOutcome.Failed("the application could not be started: " + e, true);
    }
  }

  private JobOutcome run(
      JobRequest request,
      AppJob job,
      AppCommand command,
      Path work,
      JobListener listener,
      JobLog log)
      throws InterruptedException, IOException {
    Files.createDirectories(work.resolve("tmp"));
    Path properties = work.resolve("spark.properties");
    Path spec = work.resolve("run.json");
    Path report = work.resolve("report.json");
    Map<String, String> settings =
        command.settings(request.catalog(), request.snapshotProperties(), work);
    PrivateFiles.writeProperties(properties, settings);
    Files.writeString(spec, RunSpecs.of(request).toJson());
    List<String> line = command.line(settings, properties, resource(job, work), work);
    log.line("spark-submit " + String.join(" ", line.subList(afterMain(line), line.size())));
    long before = log.length();

    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
    builder.environment().put("HEADGATE_RUN_SPEC", spec.toString());
    builder.environment().put("HEADGATE_RUN_REPORT", report.toString());
    if (config.home().isPresent()) {
      builder.environment().put("SPARK_HOME", config.home().get().toString());
    } else {
      builder.environment().keySet().removeAll(Set.of("SPARK_HOME", "SPARK_CONF_DIR"));
    }
    Process process = builder.start();
    running.add(process);
    try {
      listener.started("process " + process.pid());
      int code = process.waitFor();
      return outcome(code, report, log, before);
    } finally {
      if (process.isAlive()) {
        Processes.stop(process);
      }
      running.remove(process);
    }
  }

  private static int afterMain(List<String> line) {
    return Math.max(0, line.indexOf("--properties-file") + 2);
  }

  private static String resource(AppJob job, Path work) throws IOException {
    if (job.content().isEmpty()) {
      return job.resource();
    }
    Path file = work.resolve(Path.of(job.resource()).getFileName().toString());
    Files.writeString(file, job.content().get());
    return file.toString();
  }

  private static JobOutcome outcome(int code, Path report, JobLog log, long before) {
    Optional<RunReport> said = read(report);
    if (code == 0) {
      return new JobOutcome.Succeeded(said.map(RunReport::metrics).orElse(Map.of()));
    }
    Optional<String> reason = said.flatMap(RunReport::message);
    if (reason.isPresent()) {
      return new JobOutcome.Failed(
          reason.get() + " (exit code " + code + ")", said.get().retryable());
    }
    String line = LogTail.lastError(log.file(), before).orElse("it said nothing");
    String killed = code > 128 ? ", killed by signal " + (code - 128) : "";
    return new JobOutcome.Failed(
        line + " (exit code " + code + killed + ")", FAULTS.stream().noneMatch(line::contains));
  }

  private static Optional<RunReport> read(Path report) {
    if (!Files.exists(report)) {
      return Optional.empty();
    }
    try {
      return Optional.of(RunReport.parse(Files.readString(report)));
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("the report of a run cannot be read: {}", report, e);
      return Optional.empty();
    }
  }

  private static void discard(Path work) {
    try {
      PrivateFiles.deleteTree(work);
    } catch (IOException e) {
      LOG.warn("cannot delete {}", work, e);
    }
  }

  @Override
  public void close() {
    running.forEach(Processes::stop);
  }
}
