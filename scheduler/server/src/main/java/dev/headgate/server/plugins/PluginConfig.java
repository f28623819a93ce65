package dev.headgate.server.plugins;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The part of the server's configuration that is for plugins: {@code plugin.<name>.<key>}. */
final class PluginConfig {
  private static final String PREFIX = "plugin.";

  private final Map<String, Map<String, String>> byPlugin = new TreeMap<>();

  PluginConfig(Map<String, String> server) {
    server.forEach(
        (key, value) -> {
          if (key.startsWith(PREFIX)) {
            int dot = key.indexOf('.', PREFIX.length());
            if (dot < 0 || dot == key.length() - 1) {
              throw new HeadgateException(
                  ErrorCode.INVALID_REQUEST,
                  "configuration '" + key + "': expected plugin.<name>.<key>");
            }
            byPlugin
                .computeIfAbsent(key.substring(PREFIX.length(), dot), name -> new HashMap<>())
                .put(key.substring(dot + 1), value);
          }
        });
  }

  /** What is for one plugin, without the prefix. */
  Map<String, String> of(String plugin) {
    return byPlugin.getOrDefault(plugin, Map.of());
  }

  /** Refuses configuration of plugins that are not there. */
  void checkAllAreFor(Set<String> plugins) {
    byPlugin.forEach(
        (plugin, config) -> {
          if (!plugins.contains(plugin)) {
            throw new HeadgateException(
                ErrorCode.INVALID_REQUEST,
                "configuration 'plugin."
                    + plugin
                    + "."
                    + config.keySet().iterator().next()
                    + "': there is no plugin '"
                    + plugin
                    + "'; expected one of "
                    + plugins);
          }
        });
  }
}
