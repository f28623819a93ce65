package dev.headgate.plugins.command;

import dev.headgate.spi.JobRequest;
import dev.headgate.spi.PluginException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The whole environment of a command:
 *
 * <ul>
 *   <li>of the server's: PATH, HOME, USER, LOGNAME, LANG, LC_*, TZ, TMPDIR, and what {@code
 *       pass-env} names
 *   <li>the job's {@code env}
 *   <li>HEADGATE_CATALOG_URI, HEADGATE_WAREHOUSE, HEADGATE_TOKEN: the branch
 *   <li>HEADGATE_PRODUCT, HEADGATE_RELEASE, HEADGATE_RUN, HEADGATE_ATTEMPT, and HEADGATE_DATASETS,
 *       what it may write, separated by commas
 *   <li>HEADGATE_PARAM_NAME for each of the release's parameters: upper case, anything but letters
 *       and digits as {@code _}
 *   <li>HEADGATE_SNAPSHOT_PROPERTIES: {@code key=value} lines, to be set in the summary of every
 *       snapshot that it commits
 *   <li>HEADGATE_WORK: the folder that it runs in
 * </ul>
 */
final class CommandEnvironment {
  /** Marks the processes of one attempt. */
  static final String WORK = "HEADGATE_WORK";

  private static final String OURS = "HEADGATE_";
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "TZ", "TMPDIR");

  private final Map<String, String> inherited;

  CommandEnvironment(Map<String, String> server, Set<String> pass) {
    inherited =
        server.entrySet().stream()
            .filter(
                e ->
                    INHERITED.contains(e.getKey())
                        || e.getKey().startsWith("LC_")
                        || pass.contains(e.getKey()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** {@link PluginException} where the job or its parameters cannot be expressed. */
  Map<String, String> of(JobRequest request, Map<String, String> own, Path work) {
    Map<String, String> environment = new TreeMap<>(inherited);
    own.forEach(
        (name, value) -> {
          if (name.startsWith(OURS) || name.isEmpty() || name.contains("=")) {
            throw new PluginException(
                "env: '"
                    + name
                    + "' cannot be set; expected a variable's name that does not start with "
                    + OURS);
          }
          environment.put(name, value);
        });
    environment.put("HEADGATE_CATALOG_URI", request.catalog().uri());
    environment.put("HEADGATE_WAREHOUSE", request.catalog().warehouse());
    environment.put("HEADGATE_TOKEN", request.catalog().token());
    environment.put("HEADGATE_PRODUCT", request.product().toString());
    environment.put("HEADGATE_RELEASE", Long.toString(request.release()));
    environment.put("HEADGATE_RUN", request.runId());
    environment.put("HEADGATE_ATTEMPT", Integer.toString(request.attempt()));
    environment.put(
        "HEADGATE_DATASETS",
        request.datasets().stream().map(d -> d.name().toString()).collect(Collectors.joining(",")));
    request.parameters().forEach((name, value) -> parameter(environment, name, value));
    environment.put("HEADGATE_SNAPSHOT_PROPERTIES", lines(request.snapshotProperties()));
    environment.put(WORK, work.toString());
    return environment;
  }

  private static void parameter(Map<String, String> environment, String name, String value) {
    String variable =
        "HEADGATE_PARAM_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    if (environment.putIfAbsent(variable, value) != null) {
      throw new PluginException(
          "two parameters of the release would both be "
              + variable
              + "; expected names that differ in letters or digits");
    }
  }

  private static String lines(Map<String, String> properties) {
    return new TreeMap<>(properties)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue().replaceAll("\\R", " "))
            .collect(Collectors.joining("\n"));
  }
}
