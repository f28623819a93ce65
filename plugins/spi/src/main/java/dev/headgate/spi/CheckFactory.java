package dev.headgate.spi;

import java.util.List;

/** Makes the check of one metric. */
public interface CheckFactory {
  /** The {@code metric} (or, for {@code sql}, the {@code type}) in pipelines. */
  String type();

  /**
   * The keys that such a check may have, beside the comparison operators, {@code name} and {@code
   * severity}.
   */
  List<KeySpec> keys();

  Check create(PluginContext context);
}
