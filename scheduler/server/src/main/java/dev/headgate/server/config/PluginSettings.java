package dev.headgate.server.config;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Plugins.
 *
 * @param more folders with a site's own plugins, beside the distribution's
 * @param values by {@code <plugin>.<key>}
 */
public record PluginSettings(List<Path> more, Map<String, String> values) {
  static final String PREFIX = "plugin.";
  static final Property<List<Path>> FOLDERS =
      new Property<>(
          "plugins.folders",
          "",
          PluginSettings::paths,
          "folders, with '" + File.pathSeparator + "' between them",
          "Folders with plugins of your own, beside the distribution's.");
  static final List<Property<?>> PROPERTIES = List.of(FOLDERS);

  public PluginSettings {
    more = List.copyOf(more);
    values = Map.copyOf(values);
  }

  public static PluginSettings from(Settings settings) {
    return new PluginSettings(settings.read(FOLDERS), settings.below(PREFIX));
  }

  /** All folders: the distribution's, then the site's. */
  public List<Path> folders(Path shipped) {
    return Stream.concat(Stream.of(shipped), more.stream()).toList();
  }

  /** The values by their full keys. */
  public Map<String, String> prefixed() {
    Map<String, String> all = new HashMap<>();
    values.forEach((key, value) -> all.put(PREFIX + key, value));
    return Map.copyOf(all);
  }

  private static List<Path> paths(String text) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(text)
        .filter(part -> !part.isBlank())
        .map(part -> Path.of(part.strip()))
        .toList();
  }

  @Override
  public String toString() {
    return "PluginSettings[more=" + more + ", keys=" + values.keySet() + "]";
  }
}
