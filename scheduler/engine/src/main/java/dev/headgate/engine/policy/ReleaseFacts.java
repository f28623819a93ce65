package dev.headgate.engine.policy;

import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.contract.Version;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.release.Release;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Facts of a release that is judged. */
final class ReleaseFacts {
  private ReleaseFacts() {}

  static Map<String, Object> release(Release release, boolean first) {
    return new Facts()
        .with("id", release.id())
        .with("kind", lower(release.kind()))
        .with("requestedBy", release.requestedBy())
        .withTexts("parameters", release.parameters())
        .with("first", first)
        .done();
  }

  /** What the checks came to; policies are not among them. */
  static Map<String, Object> verdict(List<Finding> checks) {
    return new Facts()
        .with("passed", checks.stream().noneMatch(Finding::blocks))
        .with("failed", count(checks, Outcome.FAILED, Severity.ERROR))
        .with("warnings", count(checks, Outcome.FAILED, Severity.WARNING))
        .with("waived", (int) checks.stream().filter(c -> c.outcome() == Outcome.WAIVED).count())
        .with("checks", checks.stream().map(ReleaseFacts::check).toList())
        .done();
  }

  static Map<String, Object> change(TableChange change) {
    return new Facts()
        .with("dataset", change.dataset().toString())
        .with("kind", change.kind())
        .withAny("rowsBefore", change.rowsBefore())
        .withAny("rows", change.rows())
        .withAny("rowsChangedPercent", changedPercent(change))
        .with("columnsAdded", change.columnsAdded())
        .with("columnsRemoved", change.columnsRemoved())
        .with("columnsRetyped", change.columnsRetyped())
        .withAny("versionBefore", change.versionBefore().map(Version::toString))
        .withAny("version", change.version().map(Version::toString))
        .withAny("change", change.change())
        .with("sideBySide", change.sideBySide())
        .with("unaccepted", change.unaccepted())
        .done();
  }

  private static Map<String, Object> check(Finding finding) {
    return new Facts()
        .withAny("dataset", finding.dataset().map(DatasetName::toString))
        .with("name", finding.rule())
        .with("severity", lower(finding.severity()))
        .with("outcome", lower(finding.outcome()))
        .with("origin", lower(finding.origin().kind()))
        .done();
  }

  private static int count(List<Finding> checks, Outcome outcome, Severity severity) {
    return (int)
        checks.stream().filter(c -> c.outcome() == outcome && c.severity() == severity).count();
  }

  /** How much the number of rows grew, as a share of what was there; negative where it shrank. */
  private static Optional<Double> changedPercent(TableChange change) {
    if (change.rows().isEmpty()
        || change.rowsBefore().isEmpty()
        || change.rowsBefore().getAsLong() == 0) {
      return Optional.empty();
    }
    double before = change.rowsBefore().getAsLong();
    return Optional.of((change.rows().getAsLong() - before) * 100 / before);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
