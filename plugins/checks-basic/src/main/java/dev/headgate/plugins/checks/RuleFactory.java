package dev.headgate.plugins.checks;

import dev.headgate.spi.Check;
import dev.headgate.spi.CheckFactory;
import dev.headgate.spi.KeySpec;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PluginException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes the check of all rules. */
final class RuleFactory implements CheckFactory {
  @Override
  public Map<String, List<KeySpec>> types() {
    return RuleKeys.all();
  }

  @Override
  public Check create(PluginContext context) {
    if (!context.config().isEmpty()) {
      throw new PluginException(
          "unknown configuration: "
              + new TreeSet<>(context.config().keySet())
              + "; the basic checks have none");
    }
    return new Evaluation();
  }
}
