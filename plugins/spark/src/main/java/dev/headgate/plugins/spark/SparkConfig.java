package dev.headgate.plugins.spark;

import dev.headgate.spi.PluginException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The plugin's configuration, each key with the prefix {@code plugin.spark.}.
 *
 * @param remote {@code remote}: an existing Spark Connect server, {@code sc://host:port}; it must
 *     have Iceberg's session extensions. Without it a server is started when first needed
 * @param master {@code master}: of the started server, and of applications that name none; default
 *     {@code local[2]}
 * @param memory {@code memory}: heap of the started server and of an application's driver; default
 *     {@code 2g}
 * @param home {@code home}: a Spark distribution whose {@code spark-submit} runs applications;
 *     default the environment's {@code SPARK_HOME}; where there is neither, the shipped jars do
 * @param conf {@code conf.<key>}: any Spark setting of the started server and of applications, for
 *     example {@code plugin.spark.conf.spark.hadoop.fs.s3a.endpoint}
 */
record SparkConfig(
    Optional<String> remote,
    String master,
    String memory,
    Optional<Path> home,
    Map<String, String> conf) {
  private static final String CONF = "conf.";
  private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]*[kmgKMG]");

  static SparkConfig of(Map<String, String> config, UnaryOperator<String> environment) {
    Map<String, String> rest = new TreeMap<>(config);
    Optional<String> remote = Optional.ofNullable(rest.remove("remote"));
    String master = Optional.ofNullable(rest.remove("master")).orElse("local[2]");
    String memory = Optional.ofNullable(rest.remove("memory")).orElse("2g");
    Optional<String> home =
        Optional.ofNullable(rest.remove("home"))
            .or(() -> Optional.ofNullable(environment.apply("SPARK_HOME")))
            .filter(path -> !path.isBlank());
    Map<String, String> conf = new TreeMap<>();
    for (Map.Entry<String, String> entry : rest.entrySet()) {
      conf.put(sparkKey(entry.getKey()), entry.getValue());
    }
    remote.ifPresent(SparkConfig::checkRemote);
    if (!MEMORY.matcher(memory).matches()) {
      throw new PluginException(
          "plugin.spark.memory: '" + memory + "' is no size, expected for example 2g or 1500m");
    }
    return new SparkConfig(remote, master, memory, home.map(SparkConfig::checkedHome), conf);
  }

  private static String sparkKey(String key) {
    if (!key.startsWith(CONF)) {
      throw new PluginException(
          "plugin.spark."
              + key
              + " is not a setting: expected plugin.spark.remote, .master, .memory, .home or"
              + " .conf.<Spark setting>");
    }
    String spark = key.substring(CONF.length());
    if (!spark.startsWith("spark.")) {
      throw new PluginException(
          "plugin.spark." + key + ": '" + spark + "' is no Spark setting, expected spark.…");
    }
    CatalogConf.refuse(spark, "plugin.spark." + key);
    return spark;
  }

  private static void checkRemote(String remote) {
    if (!remote.startsWith("sc://") || remote.length() == "sc://".length()) {
      throw new PluginException(
          "plugin.spark.remote: '"
              + remote
              + "' is no Spark Connect server, expected sc://host:port");
    }
  }

  private static Path checkedHome(String home) {
    Path path = Path.of(home).toAbsolutePath();
    if (!Files.isExecutable(path.resolve("bin").resolve("spark-submit"))) {
      throw new PluginException(
          "plugin.spark.home (or SPARK_HOME): "
              + path
              + " is no Spark distribution, it has no bin/spark-submit");
    }
    return path;
  }
}
