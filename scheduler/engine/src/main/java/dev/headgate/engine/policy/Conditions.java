package dev.headgate.engine.policy;

import dev.headgate.model.policy.PolicyRule;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.PolicyLanguage;
import dev.headgate.spi.PolicyLanguage.Condition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compiled expressions, kept for the policies that are asked again and again. Thread-safe. */
public final class Conditions {
  private static final int KEPT = 500;

  private final Function<String, Optional<PolicyLanguage>> languages;
  private final Map<Key, Condition> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Condition> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Compiles with these languages.
   *
   * @param languages by name
   */
  public Conditions(Function<String, Optional<PolicyLanguage>> languages) {
    this.languages = languages;
  }

  /** The condition of a policy; {@link PluginException} where it has none. */
  Condition of(PolicyRule policy) {
    Key key = new Key(policy.language(), policy.expression());
    synchronized (compiled) {
      return compiled.computeIfAbsent(key, this::compile);
    }
  }

  private Condition compile(Key key) {
    PolicyLanguage language =
        languages
            .apply(key.language)
            .orElseThrow(
                () ->
                    new PluginException(
                        "no plugin brings the policy language '" + key.language + "'"));
    return language.compile(key.expression);
  }

  private record Key(String language, String expression) {}
}
