package dev.headgate.plugins.policy.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.PolicyLanguage.Condition;
import java.util.Map;

/** A checked expression. */
final class CelCondition implements Condition {
  private final CelRuntime.Program program;

  CelCondition(CelRuntime.Program program) {
    this.program = program;
  }

  @Override
  public boolean holds(Map<String, Object> facts) {
    Map<String, Object> values = FactValues.of(facts);
    Object held;
    try {
      held = program.eval(values);
    } catch (CelEvaluationException | RuntimeException e) {
      throw new PluginException(Mistakes.plain(String.valueOf(e.getMessage())), e);
    }
    if (held instanceof Boolean b) {
      return b;
    }
    throw new PluginException("the condition is neither true nor false on these facts");
  }
}
