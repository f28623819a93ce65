package dev.headgate.plugins.spark;

import dev.headgate.spi.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One process of the embedded Spark Connect server. */
final class ConnectProcess {
  private static final String MAIN = "dev.headgate.jobs.runtime.ConnectServer";

  /** Refuses SQL that calls other code. */
  static final String ONLY_SQL = "dev.headgate.jobs.runtime.analysis.ForeignCode";

  private static final long START_SECONDS = 180;
  private static final long POLL_MILLIS = 50;

  private final Process process;
  private final Endpoint endpoint;

  private ConnectProcess(Process process, Endpoint endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts a server with its files in {@code folder} and waits until it answers. */
  static ConnectProcess start(SparkConfig config, SparkFolder spark, Path folder)
      throws InterruptedException {
    Path output = folder.resolve("connect.out");
    Path port = folder.resolve("port");
    String token = newToken();
    Process process;
    try {
      PrivateFiles.deleteTree(folder.resolve("tmp"));
      Files.createDirectories(folder.resolve("tmp"));
      Files.deleteIfExists(port);
      Path properties = folder.resolve("spark.properties");
      PrivateFiles.writeProperties(properties, settings(config, folder));
      ProcessBuilder builder = new ProcessBuilder(command(config, spark, folder, properties, port));
      builder.environment().put("SPARK_CONNECT_AUTHENTICATE_TOKEN", token);
      builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
      process =
          builder
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException e) {
      throw new PluginException("cannot start a Spark Connect server: " + e.getMessage(), e);
    }
    String uri = "sc://localhost:" + awaitPort(process, port, output) + "/;token=" + token;
    CompletableFuture<String> lost =
        process
            .onExit()
            .thenApply(ended -> "the Spark Connect server ended with code " + ended.exitValue());
    return new ConnectProcess(process, new Endpoint(uri, lost));
  }

  private static String newToken() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static List<String> command(
      SparkConfig config, SparkFolder spark, Path folder, Path properties, Path port) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Dheadgate.log.file=" + folder.resolve("connect.log"),
                "-Dlog4j2.configurationFile=classpath:headgate-connect-log4j2.properties",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-Dderby.system.home=" + folder.resolve("tmp")));
    options.addAll(SparkFolder.driverOptions(config.conf()));
    List<String> command = new ArrayList<>(spark.java(config.memory(), options));
    command.add(MAIN);
    command.add(Long.toString(ProcessHandle.current().pid()));
    command.add(properties.toString());
    command.add(port.toString());
    return command;
  }

  static Map<String, String> settings(SparkConfig config, Path folder) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.app.name", "headgate");
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.sql.warehouse.dir", folder.resolve("warehouse").toString());
    settings.put("spark.local.dir", folder.resolve("tmp").toString());
    if (config.master().startsWith("local")) {
      settings.put("spark.driver.host", "127.0.0.1");
      settings.put("spark.driver.bindAddress", "127.0.0.1");
      settings.put("spark.sql.shuffle.partitions", "8");
    }
    settings.putAll(config.conf());
    settings.merge("spark.sql.extensions", CatalogConf.EXTENSIONS, CatalogConf::extended);
    settings.merge("spark.sql.extensions", ONLY_SQL, CatalogConf::extended);
    settings.put("spark.master", config.master());
    settings.put("spark.connect.grpc.binding.address", "127.0.0.1");
    settings.put("spark.connect.grpc.binding.port", "0");
    return settings;
  }

  private static String awaitPort(Process process, Path port, Path output)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    boolean ready = false;
    try {
      while (System.nanoTime() < end) {
        if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new PluginException(
              "the Spark Connect server ended with code "
                  + process.exitValue()
                  + " before it was ready: "
                  + LogTail.lastError(output, 0).orElse("see " + output));
        }
        if (Files.exists(port)) {
          ready = true;
          return Files.readString(port).strip();
        }
      }
      throw new PluginException(
          "the Spark Connect server was not ready after " + START_SECONDS + " s; see " + output);
    } catch (IOException e) {
      throw new PluginException("cannot read " + port + ": " + e.getMessage(), e);
    } finally {
      if (!ready) {
        process.destroyForcibly();
      }
    }
  }

  Endpoint endpoint() {
    return endpoint;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Ends the server, by force if it must. */
  void stop() {
    Processes.stop(process);
  }
}
