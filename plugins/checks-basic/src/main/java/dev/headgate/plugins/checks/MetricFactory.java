package dev.headgate.plugins.checks;

import dev.headgate.spi.Check;
import dev.headgate.spi.CheckFactory;
import dev.headgate.spi.KeySpec;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PluginException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the check of all metrics: their own keys and those that ODCS has for documentation. */
final class MetricFactory implements CheckFactory {
  private static final List<KeySpec> DOCUMENTATION =
      List.of(
          KeySpec.optional("description", KeySpec.Type.STRING, "a text"),
          KeySpec.optional("dimension", KeySpec.Type.STRING, "a dimension such as completeness"),
          KeySpec.optional("businessImpact", KeySpec.Type.STRING, "a text"));
  private static final Map<String, List<KeySpec>> KEYS =
      Map.of(
          "rowCount", RowCount.KEYS,
          "nullValues", NullValues.KEYS,
          "duplicateValues", DuplicateValues.KEYS,
          "sql", SqlMetric.KEYS);

  @Override
  public Map<String, List<KeySpec>> types() {
    return KEYS.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e -> Stream.concat(e.getValue().stream(), DOCUMENTATION.stream()).toList()));
  }

  @Override
  public Check create(PluginContext context) {
    if (!context.config().isEmpty()) {
      throw new PluginException(
          "unknown configuration: "
              + new TreeSet<>(context.config().keySet())
              + "; the basic checks have none");
    }
    return new MeasuredCheck(
        Map.of(
            "rowCount", new RowCount(),
            "nullValues", new NullValues(),
            "duplicateValues", new DuplicateValues(),
            "sql", new SqlMetric()));
  }
}
