package dev.headgate.server.api;

import dev.headgate.engine.grade.Grade;
import java.util.List;

/**
 * How good the evidence for a product is. Scripts rely on these names.
 *
 * @param grade A to F
 * @param points of 100
 */
record GradeView(String grade, int points, List<ReasonView> reasons) {
  static GradeView of(Grade grade) {
    return new GradeView(
        grade.letter().name(),
        grade.points(),
        grade.reasons().stream()
            .map(
                reason ->
                    new ReasonView(
                        reason.criterion().words(),
                        reason.points(),
                        reason.criterion().most(),
                        reason.sentence()))
            .toList());
  }

  /** What gave so many points, of how many, and why. */
  record ReasonView(String evidence, int points, int most, String message) {}
}
