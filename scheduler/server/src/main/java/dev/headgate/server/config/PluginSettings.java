package dev.headgate.server.config;

import java.util.List;
import java.util.Map;

/**
 * Plugins.
 *
 * @param folder one folder per plugin below it; empty: the distribution's
 * @param values by {@code <plugin>.<key>}
 */
public record PluginSettings(String folder, Map<String, String> values) {
  static final String PREFIX = "plugin.";
  static final Property<String> FOLDER =
      Property.text("plugins.folder", "", "Folder of plugins; empty: the distribution's.");
  static final List<Property<?>> PROPERTIES = List.of(FOLDER);

  public PluginSettings {
    values = Map.copyOf(values);
  }

  public static PluginSettings from(Settings settings) {
    return new PluginSettings(settings.read(FOLDER), settings.below(PREFIX));
  }

  @Override
  public String toString() {
    return "PluginSettings[folder=" + folder + ", keys=" + values.keySet() + "]";
  }
}
