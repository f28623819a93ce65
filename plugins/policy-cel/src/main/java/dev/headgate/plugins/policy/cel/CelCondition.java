package dev.headgate.plugins.policy.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.headgate.spi.PolicyLanguage.Condition;
import dev.headgate.spi.PolicyLanguage.Unanswerable;
import java.util.Map;

/** A checked expression. */
final class CelCondition implements Condition {
  private final CelRuntime.Program program;

  CelCondition(CelRuntime.Program program) {
    this.program = program;
  }

  @Override
  public boolean holds(Map<String, Object> facts) {
    Object held;
    try {
      held = program.eval(FactValues.of(facts));
    } catch (CelEvaluationException | RuntimeException e) {
      throw Unanswered.because(e);
    }
    if (held instanceof Boolean b) {
      return b;
    }
    throw new Unanswerable("it is neither true nor false on these facts: expected one of them");
  }
}
