package dev.headgate.cli.commands;

import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The arguments of {@code spark-submit}, as the settings of a {@code spark-app} job. */
final class SubmitArguments {
  private static final Map<String, String> AS_CONF =
      Map.ofEntries(
          Map.entry("--name", "spark.app.name"),
          Map.entry("--deploy-mode", "spark.submit.deployMode"),
          Map.entry("--jars", "spark.jars"),
          Map.entry("--packages", "spark.jars.packages"),
          Map.entry("--exclude-packages", "spark.jars.excludes"),
          Map.entry("--repositories", "spark.jars.repositories"),
          Map.entry("--py-files", "spark.submit.pyFiles"),
          Map.entry("--files", "spark.files"),
          Map.entry("--archives", "spark.archives"),
          Map.entry("--driver-memory", "spark.driver.memory"),
          Map.entry("--driver-cores", "spark.driver.cores"),
          Map.entry("--driver-java-options", "spark.driver.extraJavaOptions"),
          Map.entry("--driver-library-path", "spark.driver.extraLibraryPath"),
          Map.entry("--driver-class-path", "spark.driver.extraClassPath"),
          Map.entry("--executor-memory", "spark.executor.memory"),
          Map.entry("--executor-cores", "spark.executor.cores"),
          Map.entry("--num-executors", "spark.executor.instances"),
          Map.entry("--total-executor-cores", "spark.cores.max"),
          Map.entry("--queue", "spark.yarn.queue"));
  private static final List<String> WITH_FILES =
      List.of("--jars", "--py-files", "--files", "--archives");

  private final Path folder;

  SubmitArguments(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  Map<String, Object> settings(List<String> arguments) {
    Map<String, Object> settings = new LinkedHashMap<>();
    Map<String, String> conf = new TreeMap<>();
    int next = 0;
    while (next < arguments.size() && arguments.get(next).startsWith("-")) {
      String[] parts = arguments.get(next).split("=", 2);
      boolean joined = parts.length > 1 && parts[0].startsWith("--");
      String option = joined ? parts[0] : arguments.get(next);
      next++;
      if (!joined && next == arguments.size()) {
        throw new CliException(ExitCode.USAGE, option + " needs a value");
      }
      option(option, joined ? parts[1] : arguments.get(next++), settings, conf);
    }
    if (next == arguments.size()) {
      throw new CliException(
          ExitCode.USAGE, "no application: expected a jar or a Python file after the options");
    }
    settings.put("jar", uri(arguments.get(next)));
    settings.put("args", new ArrayList<>(arguments.subList(next + 1, arguments.size())));
    if (!conf.isEmpty()) {
      settings.put("conf", conf);
    }
    return settings;
  }

  private void option(
      String option, String value, Map<String, Object> settings, Map<String, String> conf) {
    if (option.equals("--class")) {
      settings.put("mainClass", value);
    } else if (option.equals("--master")) {
      settings.put("master", value);
    } else if (option.equals("--conf") || option.equals("-c")) {
      String[] pair = value.split("=", 2);
      if (pair.length < 2) {
        throw new CliException(ExitCode.USAGE, "--conf '" + value + "': expected name=value");
      }
      conf.put(pair[0], pair[1]);
    } else if (AS_CONF.containsKey(option)) {
      conf.put(AS_CONF.get(option), WITH_FILES.contains(option) ? uris(value) : value);
    } else {
      throw new CliException(
          ExitCode.USAGE,
          "'"
              + option
              + "' is not an option that a submission can have: expected --class,"
              + " --master, --conf, "
              + AS_CONF.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
  }

  private String uris(String list) {
    return Arrays.stream(list.split(",", -1)).map(this::uri).collect(Collectors.joining(","));
  }

  /** A local file as a URI, since the server has another working folder; a URI as it is. */
  private String uri(String text) {
    if (text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      return text;
    }
    Path file = folder.resolve(text).normalize();
    if (!Files.exists(file)) {
      throw new CliException(ExitCode.NOT_FOUND, file + " does not exist");
    }
    return file.toUri().toString();
  }
}
