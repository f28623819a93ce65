package dev.headgate.spi;

import java.util.List;
import java.util.Map;

/** Makes a check for some metrics. */
public interface CheckFactory {
  /**
   * For each {@code metric} (for {@code sql} the {@code type}) the keys that such a rule may have,
   * beside the comparison operators, {@code name} and {@code severity}.
   */
  Map<String, List<KeySpec>> types();

  /** One instance for all of the types. */
  Check create(PluginContext context);
}
