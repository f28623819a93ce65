package dev.headgate.plugins.spark;

import dev.headgate.spi.PluginException;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The shipped Spark, and how a JVM runs it.
 *
 * @param folder {@code spark/} of the installation: Spark and Iceberg, and where the build could
 *     make it an archive of their classes, which makes starting much faster
 * @param jobs {@code jobs/} of the installation: Headgate's own applications, behind Spark on the
 *     class path, because an archive is for exactly the jars before
 */
record SparkFolder(Path folder, Path jobs) {
  private static final String ARCHIVE = "classes.jsa";

  /** What Spark needs of a JVM since Java 17; as Spark's own launcher gives it. */
  private static final List<String> MODULE_OPTIONS =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--add-modules=jdk.incubator.vector",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.cs=ALL-UNNAMED",
          "--add-opens=java.base/sun.security.action=ALL-UNNAMED",
          "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED",
          "--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED",
          "-Djdk.reflect.useDirectMethodHandle=false",
          "-Dio.netty.tryReflectionSetAccessible=true",
          "-Dio.netty.allocator.type=pooled",
          "-Dio.netty.handler.ssl.defaultEndpointVerificationAlgorithm=NONE",
          "--enable-native-access=ALL-UNNAMED");

  static SparkFolder of(Path installation) {
    Path absolute = installation.toAbsolutePath();
    return new SparkFolder(absolute.resolve("spark"), absolute.resolve("jobs"));
  }

  /** {@code java} with Spark's options and class path; a main class and its arguments follow. */
  List<String> java(String memory, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(javaBinary());
    command.addAll(MODULE_OPTIONS);
    command.add("-Xmx" + memory);
    command.addAll(archive());
    command.addAll(options);
    command.add("-cp");
    jar("spark-core_");
    command.add(folder + "/*" + File.pathSeparator + jobs + "/*");
    return command;
  }

  /** A JVM that the archive is not for goes on without it, and says nothing. */
  private List<String> archive() {
    Path archive = folder.resolve(ARCHIVE);
    return Files.exists(archive)
        ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds*=off")
        : List.of();
  }

  /** The options for a driver's JVM that its configuration asks for. */
  static List<String> driverOptions(Map<String, String> conf) {
    String options = conf.getOrDefault("spark.driver.extraJavaOptions", "").strip();
    return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
  }

  static String javaBinary() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The one jar of Spark or Iceberg whose name starts with {@code prefix}. */
  Path jar(String prefix) {
    return jar(folder, prefix);
  }

  /** The one jar of Headgate's whose name starts with {@code prefix}. */
  Path job(String prefix) {
    return jar(jobs, prefix);
  }

  private static Path jar(Path folder, String prefix) {
    List<Path> jars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, prefix + "*.jar")) {
        found.forEach(jars::add);
      } catch (IOException e) {
        throw new PluginException("cannot read " + folder + ": " + e.getMessage(), e);
      }
    }
    if (jars.size() != 1) {
      throw new PluginException(
          "expected one " + prefix + "*.jar in " + folder + ", found " + jars.size());
    }
    return jars.get(0);
  }
}
