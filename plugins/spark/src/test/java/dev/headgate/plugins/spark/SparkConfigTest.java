package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.spi.PluginException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkConfigTest {
  @Test
  void hasDefaults() {
    assertThat(config(Map.of()))
        .isEqualTo(new SparkConfig(Optional.empty(), "local[2]", "2g", Optional.empty(), Map.of()));
  }

  @Test
  void mapsEveryKey(@TempDir Path folder) throws Exception {
    Path submit = Files.createDirectories(folder.resolve("bin")).resolve("spark-submit");
    assertThat(Files.createFile(submit).toFile().setExecutable(true)).isTrue();

    assertThat(
            config(
                Map.of(
                    "remote", "sc://spark:15002",
                    "master", "spark://m:7077",
                    "memory", "512m",
                    "home", folder.toString(),
                    "conf.spark.hadoop.fs.s3a.endpoint", "http://s3")))
        .isEqualTo(
            new SparkConfig(
                Optional.of("sc://spark:15002"),
                "spark://m:7077",
                "512m",
                Optional.of(folder),
                Map.of("spark.hadoop.fs.s3a.endpoint", "http://s3")));
    assertThat(
            SparkConfig.of(Map.of(), name -> name.equals("SPARK_HOME") ? folder.toString() : null)
                .home())
        .contains(folder);
  }

  @Test
  void mistakesAreRefused() {
    assertWrong(
        "memroy", "1g", "plugin.spark.memroy is not a setting: expected plugin.spark.remote");
    assertWrong("memory", "2 GB", "plugin.spark.memory: '2 GB' is no size");
    assertWrong("remote", "localhost:15002", "expected sc://host:port");
    assertWrong("home", "/nowhere", "/nowhere is no Spark distribution");
    assertWrong("conf.hadoop.x", "1", "'hadoop.x' is no Spark setting");
    assertWrong("conf.spark.sql.defaultCatalog", "x", "the catalog 'lake' is set by Headgate");
    assertWrong("conf.spark.sql.catalog.lake.uri", "x", "the catalog 'lake' is set by Headgate");
  }

  private static void assertWrong(String key, String value, String message) {
    assertThatThrownBy(() -> config(Map.of(key, value)))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(message);
  }

  private static SparkConfig config(Map<String, String> config) {
    return SparkConfig.of(config, name -> null);
  }
}
