package dev.headgate.engine.grade;

import dev.headgate.engine.grade.Grade.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From evidence to a grade; pure. */
final class Grading {
  private Grading() {}

  static Grade grade(Evidence evidence, Instant now) {
    List<Reason> reasons = new ArrayList<>();
    for (Criterion criterion : Criterion.values()) {
      reasons.add(reason(criterion, evidence, now));
    }
    return Grade.of(reasons);
  }

  private static Reason reason(Criterion criterion, Evidence evidence, Instant now) {
    return switch (criterion) {
      case CONTRACT -> PromisedGrading.contract(evidence);
      case IN_FORCE -> PromisedGrading.inForce(evidence);
      case DESCRIBED -> PromisedGrading.described(evidence);
      case BLOCKING -> PromisedGrading.blocking(evidence);
      case PASSING -> RecordGrading.passing(evidence);
      case PROMISED -> PromisedGrading.promised(evidence);
      case KEPT -> RecordGrading.kept(evidence, now);
      case WAIVERS -> RecordGrading.waivers(evidence);
      case AGE -> RecordGrading.age(evidence, now);
    };
  }
}
