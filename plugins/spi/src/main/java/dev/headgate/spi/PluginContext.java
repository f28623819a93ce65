package dev.headgate.spi;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a plugin is given at start.
 *
 * @param config its configuration, without the prefix {@code plugin.<name>.}; an unknown key should
 *     be refused with {@link PluginException}
 * @param installation the folder of the distribution (with {@code spark/}, {@code plugins/}); read
 *     only
 * @param data a folder of its own below the server's home; exists
 */
public record PluginContext(Map<String, String> config, Path installation, Path data) {
  public PluginContext {
    config = Map.copyOf(config);
  }
}
