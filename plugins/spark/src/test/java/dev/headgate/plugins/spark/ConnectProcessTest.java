package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.spi.PluginException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectProcessTest {
  @Test
  void extensionsOfTheSiteAreKeptAndTheServerStaysLocal(@TempDir Path folder) {
    SparkConfig config =
        SparkConfig.of(
            Map.of(
                "conf.spark.sql.extensions", "a.B",
                "conf.spark.connect.grpc.binding.address", "0.0.0.0",
                "conf.spark.ui.enabled", "true"),
            name -> null);

    assertThat(ConnectProcess.settings(config, folder))
        .containsEntry(
            "spark.sql.extensions", "a.B," + CatalogConf.EXTENSIONS + "," + ConnectProcess.ONLY_SQL)
        .containsEntry("spark.connect.grpc.binding.address", "127.0.0.1")
        .containsEntry("spark.connect.grpc.binding.port", "0")
        .containsEntry("spark.ui.enabled", "true")
        .containsEntry("spark.master", "local[2]");
  }

  @Test
  void anInstallationWithoutSparkSaysWhatIsMissing(@TempDir Path folder) {
    SparkConfig config = SparkConfig.of(Map.of(), name -> null);

    assertThatThrownBy(
            () -> ConnectProcess.start(config, SparkFolder.of(folder), folder.resolve("data")))
        .isInstanceOf(PluginException.class)
        .hasMessage("expected one spark-core_*.jar in " + folder.resolve("spark") + ", found 0");
  }

  @Test
  void aServerThatEndsAtOnceSaysWhy(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("spark"));
    Files.createFile(folder.resolve("spark/spark-core_2.13.jar"));
    SparkConfig config = SparkConfig.of(Map.of(), name -> null);

    assertThatThrownBy(
            () -> ConnectProcess.start(config, SparkFolder.of(folder), folder.resolve("data")))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("the Spark Connect server ended with code 1 before it was ready")
        .hasMessageContaining("ConnectServer");
  }
}
