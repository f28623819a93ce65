package dev.headgate.engine.waive;

import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.release.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Findings as waivers leave them.
 *
 * @param findings in their order; a failed error that a waiver in force holds for is {@code
 *     WAIVED}, and one that was waived before and is not any more is {@code FAILED}
 * @param validUntil when the first of the waivers that it rests on ends; empty if on none
 */
public record Applied(List<Finding> findings, Optional<Instant> validUntil) {
  public Applied {
    findings = List.copyOf(findings);
  }

  /** What waivers do to the findings on a product at a moment. Of several the longest counts. */
  public static Applied of(
      List<Finding> findings, ProductName product, List<Waiver> waivers, Instant now) {
    List<Finding> applied = new ArrayList<>();
    List<Waiver> used = new ArrayList<>();
    for (Finding finding : findings) {
      if (!isWaivable(finding)) {
        applied.add(finding);
        continue;
      }
      Optional<Waiver> waiver =
          waivers.stream()
              .filter(w -> w.isInForce(now) && concerns(w, finding, product))
              .max(Comparator.comparing(Waiver::until).thenComparing(Waiver::id));
      waiver.ifPresent(used::add);
      applied.add(with(finding, waiver));
    }
    return new Applied(applied, used.stream().map(Waiver::until).min(Comparator.naturalOrder()));
  }

  /**
   * Why a verdict does not hold any more, in one sentence: a waiver that it rests on is not in
   * force now. Empty if all are.
   */
  public static Optional<String> noLongerHolds(Verdict verdict, List<Waiver> waivers, Instant now) {
    return verdict.results().stream()
        .filter(f -> f.outcome() == Outcome.WAIVED && f.severity() == Severity.ERROR)
        .filter(f -> waivers.stream().noneMatch(w -> restsOn(f, w) && w.isInForce(now)))
        .findFirst()
        .map(
            f ->
                "the waiver "
                    + f.waiver().map(String::valueOf).orElse("")
                    + " of '"
                    + f.rule()
                    + "' is not in force any more");
  }

  /** Why a verdict would not block as it does, in one sentence: a waiver for what blocks came. */
  public static Optional<String> freed(
      Verdict verdict, ProductName product, List<Waiver> waivers, Instant now) {
    return verdict.results().stream()
        .filter(Finding::blocks)
        .flatMap(f -> waivers.stream().filter(w -> w.isInForce(now) && concerns(w, f, product)))
        .findFirst()
        .map(w -> "the waiver " + w.id() + " of '" + w.rule() + "' came after its verdict");
  }

  /** Whether a waiver is for this finding on a product, in force or not. */
  static boolean concerns(Waiver waiver, Finding finding, ProductName product) {
    String scope = waiver.scope();
    return isWaivable(finding)
        && waiver.rule().equals(finding.rule())
        && (scope.equals(product.domain())
            || scope.equals(product.toString())
            || finding.dataset().filter(d -> scope.equals(d.toString())).isPresent());
  }

  /** Whether a finding does not block because of exactly this waiver. */
  static boolean restsOn(Finding finding, Waiver waiver) {
    return finding.outcome() == Outcome.WAIVED
        && finding.waiver().filter(id -> id == waiver.id()).isPresent();
  }

  /** What Headgate asks by itself has no exception: a rule of the same name must not make one. */
  private static boolean isWaivable(Finding finding) {
    boolean failed = finding.outcome() == Outcome.FAILED || finding.outcome() == Outcome.WAIVED;
    return failed
        && finding.severity() == Severity.ERROR
        && finding.origin().kind() != Origin.Kind.HEADGATE;
  }

  private static Finding with(Finding finding, Optional<Waiver> waiver) {
    return new Finding(
        finding.dataset(),
        finding.rule(),
        finding.severity(),
        waiver.isPresent() ? Outcome.WAIVED : Outcome.FAILED,
        finding.origin(),
        finding.measured(),
        finding.message(),
        finding.evidence(),
        waiver.map(Waiver::id),
        finding.sample(),
        finding.place());
  }
}
