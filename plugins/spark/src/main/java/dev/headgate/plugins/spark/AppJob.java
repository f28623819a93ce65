package dev.headgate.plugins.spark;

import dev.headgate.spi.JobRequest;
import dev.headgate.spi.PluginException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code spark-app} job as its definition says it.
 *
 * @param resource the jar's or Python file's path or URI
 * @param content of the Python file, where it came with the definitions
 * @param args with the release's parameters filled in
 */
record AppJob(
    String resource,
    Optional<String> content,
    Optional<String> mainClass,
    List<String> args,
    Map<String, String> conf,
    Optional<String> master,
    List<String> packages) {
  static final String JAR = "jar";
  static final String MAIN_CLASS = "mainClass";
  static final String ARGS = "args";
  static final String CONF = "conf";
  static final String MASTER = "master";
  static final String PACKAGES = "packages";

  private static final Pattern PARAMETER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_-]*)}");

  /** Throws {@link PluginException} that says what is wrong. */
  static AppJob of(JobRequest request) {
    Map<String, Object> settings = request.job().settings();
    String resource =
        text(settings, JAR)
            .orElseThrow(() -> new PluginException("a spark-app job needs the key 'jar'"));
    Map<String, String> conf = new LinkedHashMap<>();
    map(settings).forEach((key, value) -> conf.put(checked(key), value));
    return new AppJob(
        resource,
        Optional.ofNullable(request.files().get(resource)),
        text(settings, MAIN_CLASS),
        texts(settings, ARGS).stream()
            .map(argument -> filled(argument, request.parameters()))
            .toList(),
        conf,
        text(settings, MASTER),
        texts(settings, PACKAGES));
  }

  boolean isPython() {
    return resource.endsWith(".py");
  }

  private static String checked(String key) {
    if (!key.startsWith("spark.")) {
      throw new PluginException("conf: '" + key + "' is no Spark setting, expected spark.…");
    }
    CatalogConf.refuse(key, "conf");
    return key;
  }

  private static String filled(String argument, Map<String, String> parameters) {
    return PARAMETER
        .matcher(argument)
        .replaceAll(
            found -> {
              String value = parameters.get(found.group(1));
              if (value == null) {
                throw new PluginException(
                    "args: the release was not given the parameter '" + found.group(1) + "'");
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private static Optional<String> text(Map<String, Object> settings, String key) {
    return Optional.ofNullable(settings.get(key)).map(Object::toString);
  }

  private static List<String> texts(Map<String, Object> settings, String key) {
    List<String> texts = new ArrayList<>();
    if (settings.get(key) instanceof List<?> list) {
      list.forEach(element -> texts.add(String.valueOf(element)));
    }
    return texts;
  }

  private static Map<String, String> map(Map<String, Object> settings) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (settings.get(CONF) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    }
    return texts;
  }
}
