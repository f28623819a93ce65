package dev.headgate.plugins.checks;

import dev.headgate.spi.Check;
import dev.headgate.spi.CheckFactory;
import dev.headgate.spi.KeySpec;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PluginException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes the check of one metric: its own keys and those that ODCS has for documentation. */
record MetricFactory(String type, List<KeySpec> keys, Metric metric) implements CheckFactory {
  private static final List<KeySpec> DOCUMENTATION =
      List.of(
          KeySpec.optional("description", KeySpec.Type.STRING, "a text"),
          KeySpec.optional("dimension", KeySpec.Type.STRING, "a dimension such as completeness"),
          KeySpec.optional("businessImpact", KeySpec.Type.STRING, "a text"));

  MetricFactory {
    keys = Stream.concat(keys.stream(), DOCUMENTATION.stream()).toList();
  }

  @Override
  public Check create(PluginContext context) {
    if (!context.config().isEmpty()) {
      throw new PluginException(
          "unknown configuration: "
              + new TreeSet<>(context.config().keySet())
              + "; the basic checks have none");
    }
    return new MeasuredCheck(metric);
  }
}
