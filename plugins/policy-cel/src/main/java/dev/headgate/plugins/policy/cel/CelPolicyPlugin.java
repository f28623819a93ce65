package dev.headgate.plugins.policy.cel;

import dev.headgate.spi.Plugin;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.PolicyLanguage;
import dev.headgate.spi.PolicyLanguageFactory;
import java.util.List;

/** The plugin {@code policy-cel}; it has no configuration. */
public final class CelPolicyPlugin implements Plugin {
  @Override
  public String name() {
    return "policy-cel";
  }

  @Override
  public List<PolicyLanguageFactory> policyLanguages() {
    return List.of(new Factory());
  }

  private static final class Factory implements PolicyLanguageFactory {
    @Override
    public String name() {
      return "cel";
    }

    @Override
    public PolicyLanguage create(PluginContext context) {
      return new CelLanguage();
    }
  }
}
