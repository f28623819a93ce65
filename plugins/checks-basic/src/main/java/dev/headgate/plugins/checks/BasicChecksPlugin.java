package dev.headgate.plugins.checks;

import dev.headgate.spi.CheckFactory;
import dev.headgate.spi.Plugin;
import java.util.List;

/** The plugin {@code checks-basic}; it has no configuration. */
public final class BasicChecksPlugin implements Plugin {
  @Override
  public String name() {
    return "checks-basic";
  }

  @Override
  public List<CheckFactory> checks() {
    return List.of(new RuleFactory());
  }
}
