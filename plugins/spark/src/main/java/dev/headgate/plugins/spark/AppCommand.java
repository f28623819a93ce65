package dev.headgate.plugins.spark;

import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line and the settings of one {@code spark-submit}. Secrets are in the settings only.
 */
final class AppCommand {
  private static final String SUBMIT = "dev.headgate.jobs.runtime.Submit";
  private static final String SUPERVISE = "dev.headgate.jobs.runtime.Supervise";
  private static final String DRIVER_MEMORY = "spark.driver.memory";

  private final SparkConfig config;
  private final SparkFolder spark;
  private final AppJob job;

  /** Throws {@link PluginException} if this installation cannot run the job. */
  AppCommand(SparkConfig config, SparkFolder spark, AppJob job) {
    this.config = config;
    this.spark = spark;
    this.job = job;
    check();
  }

  private void check() {
    String master = master();
    if (config.home().isEmpty() && (master.startsWith("yarn") || master.startsWith("k8s"))) {
      throw new PluginException(
          "master "
              + master
              + " needs a Spark distribution: set plugin.spark.home or SPARK_HOME (the shipped Spark"
              + " is for local[…] and spark://)");
    }
    if (job.isPython() && config.home().filter(AppCommand::hasPySpark).isEmpty()) {
      throw new PluginException(
          "the Python application "
              + job.resource()
              + " needs a Spark distribution with PySpark: set plugin.spark.home or SPARK_HOME");
    }
    if (!job.isPython() && job.mainClass().isEmpty()) {
      throw new PluginException("mainClass is missing for " + job.resource());
    }
    boolean local = !job.resource().contains("://") && job.content().isEmpty();
    if (local && !Files.exists(Path.of(job.resource()))) {
      throw new PluginException("there is no file " + Path.of(job.resource()).toAbsolutePath());
    }
  }

  private static boolean hasPySpark(Path home) {
    return Files.isDirectory(home.resolve("python").resolve("pyspark"))
        || Files.exists(home.resolve("python").resolve("lib").resolve("pyspark.zip"));
  }

  private String master() {
    return job.master()
        .or(() -> Optional.ofNullable(job.conf().get("spark.master")))
        .orElse(config.master());
  }

  /**
   * All settings, the branch's catalog last.
   *
   * @param folder of the run, with {@code tmp}
   */
  Map<String, String> settings(
      CatalogAccess view, Map<String, String> snapshotProperties, Path folder) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.sql.session.timeZone", "UTC");
    settings.put(DRIVER_MEMORY, config.memory());
    if (master().startsWith("local")) {
      settings.put("spark.driver.host", "127.0.0.1");
      settings.put("spark.driver.bindAddress", "127.0.0.1");
      settings.put("spark.local.dir", folder.resolve("tmp").toString());
      settings.put("spark.sql.warehouse.dir", folder.resolve("tmp/warehouse").toString());
    }
    settings.putAll(config.conf());
    settings.putAll(job.conf());
    settings.merge("spark.sql.extensions", CatalogConf.EXTENSIONS, CatalogConf::extended);
    settings.put("spark.master", master());
    settings.put("spark.headgate.runSpec", folder.resolve("run.json").toString());
    settings.putAll(CatalogConf.snapshotProperties(snapshotProperties));
    settings.putAll(CatalogConf.of(view));
    return settings;
  }

  /**
   * The command.
   *
   * @param settings as {@link #settings} gave them
   * @param properties the file that holds them
   * @param resource the jar or Python file
   */
  List<String> line(Map<String, String> settings, Path properties, String resource, Path folder) {
    String parent = Long.toString(ProcessHandle.current().pid());
    List<String> line = new ArrayList<>();
    if (config.home().isPresent()) {
      line.addAll(List.of(SparkFolder.javaBinary(), "-Xmx64m", "-cp"));
      line.add(spark.job("headgate-job-runtime-").toString());
      line.addAll(List.of(SUPERVISE, parent));
      line.add(config.home().get().resolve("bin").resolve("spark-submit").toString());
    } else {
      line.addAll(spark.java(settings.get(DRIVER_MEMORY), options(settings, folder)));
      line.addAll(List.of(SUBMIT, parent));
    }
    line.addAll(List.of("--properties-file", properties.toString()));
    List<String> jars = new ArrayList<>();
    config.home().filter(home -> !hasIceberg(home)).ifPresent(home -> jars.add(iceberg()));
    if (!jars.isEmpty()) {
      Optional.ofNullable(settings.get("spark.jars")).ifPresent(jars::add);
      line.addAll(List.of("--jars", String.join(",", jars)));
    }
    job.mainClass().ifPresent(name -> line.addAll(List.of("--class", name)));
    if (!job.packages().isEmpty()) {
      line.addAll(List.of("--packages", String.join(",", job.packages())));
    }
    line.add(resource);
    line.addAll(job.args());
    return line;
  }

  private static List<String> options(Map<String, String> settings, Path folder) {
    List<String> options = new ArrayList<>();
    options.add("-Dlog4j2.configurationFile=classpath:headgate-submit-log4j2.properties");
    options.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
    options.addAll(SparkFolder.driverOptions(settings));
    return options;
  }

  private String iceberg() {
    return spark.jar("iceberg-spark-runtime-").toString();
  }

  private static boolean hasIceberg(Path home) {
    String[] found =
        home.resolve("jars").toFile().list((dir, name) -> name.startsWith("iceberg-spark-runtime"));
    return found != null && found.length > 0;
  }
}
