package dev.headgate.server.config;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gathers settings: the file, over it the environment ({@code HEADGATE_HTTP_PORT}), over it what
 * the command line says. A value may name an environment variable: <code>${ENV:PGPASSWORD}</code>.
 */
public final class SettingsLoader {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{ENV:([A-Za-z_][A-Za-z0-9_]*)}");

  private final Map<String, String> environment;

  public SettingsLoader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Reads everything; all that is wrong with the keys is told at once.
   *
   * @param file need not exist
   * @param commandLine by key
   */
  public Settings load(Path file, Map<String, String> commandLine) {
    Map<String, String> values = new TreeMap<>();
    List<String> errors = new ArrayList<>();
    properties(file).forEach((key, value) -> put(values, errors, file.toString(), key, value));
    for (Property<?> property : KnownProperties.ALL) {
      String value = environment.get(property.environmentName());
      if (value != null) {
        put(values, errors, "environment", property.key(), value);
      }
    }
    commandLine.forEach((key, value) -> put(values, errors, "command line", key, value));
    if (!errors.isEmpty()) {
      throw new HeadgateException(ErrorCode.INVALID_REQUEST, String.join("\n", errors));
    }
    return new Settings(values);
  }

  private void put(
      Map<String, String> values, List<String> errors, String source, String key, String value) {
    if (!KnownProperties.isKnown(key)) {
      errors.add(source + ": unknown property '" + key + "'" + KnownProperties.suggestion(key));
      return;
    }
    Matcher matcher = REFERENCE.matcher(value);
    StringBuilder resolved = new StringBuilder();
    while (matcher.find()) {
      String found = environment.get(matcher.group(1));
      if (found == null) {
        errors.add(
            source
                + ": "
                + key
                + " refers to the environment variable "
                + matcher.group(1)
                + ", which is not set");
        return;
      }
      matcher.appendReplacement(resolved, Matcher.quoteReplacement(found));
    }
    values.put(key, matcher.appendTail(resolved).toString());
  }

  private static Map<String, String> properties(Path file) {
    Map<String, String> found = new TreeMap<>();
    if (Files.exists(file)) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new HeadgateException(
            ErrorCode.INVALID_REQUEST, file + " cannot be read: " + e.getMessage(), e);
      }
      properties.stringPropertyNames().forEach(key -> found.put(key, properties.getProperty(key)));
    }
    return found;
  }
}
