package dev.headgate.engine;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.util.List;
import java.util.stream.Collectors;

/** Definitions can be read but must not hold as they are; nothing was applied. */
public final class PlanRefusedException extends HeadgateException {
  private final transient List<Finding> errors;

  private PlanRefusedException(List<Finding> errors) {
    super(
        ErrorCode.INVALID_DEFINITION,
        errors.stream().map(Finding::line).collect(Collectors.joining("\n")));
    this.errors = errors;
  }

  /** Throws where a finding is an error. */
  public static void throwOnErrors(List<Finding> findings) {
    List<Finding> errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new PlanRefusedException(errors);
    }
  }

  public List<Finding> errors() {
    return errors;
  }
}
