package dev.headgate.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.release.Approval;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import dev.headgate.model.release.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All about one release.
 *
 * @param digest of what would be promoted
 * @param waivers those that the verdict names
 * @param approvalsNeeded by how many people
 * @param changes what its branch would change in {@code main}; empty once it has ended
 */
record ReleaseDetails(
    @JsonUnwrapped ReleaseView release,
    String requestedBy,
    List<String> startedBecause,
    List<String> datasets,
    Map<String, String> parameters,
    Optional<Long> restores,
    Optional<String> digest,
    List<RunView> runs,
    Optional<VerdictView> verdict,
    List<WaiverView> waivers,
    int approvalsNeeded,
    List<ApprovalView> approvals,
    List<ChangeView> changes) {

  static ReleaseDetails of(
      Release release,
      List<Run> runs,
      Optional<Verdict> verdict,
      List<WaiverView> waivers,
      int approvalsNeeded,
      List<Approval> approvals,
      List<BranchChange> changes) {
    return new ReleaseDetails(
        ReleaseView.of(release),
        release.requestedBy(),
        release.startedBecause(),
        release.datasets().keySet().stream().sorted().map(Object::toString).toList(),
        release.parameters(),
        release.restores(),
        release.digest(),
        runs.stream().map(RunView::of).toList(),
        verdict.map(VerdictView::of),
        waivers,
        approvalsNeeded,
        approvals.stream().map(ApprovalView::of).toList(),
        changes.stream().map(ChangeView::of).toList());
  }

  /** One run. */
  record RunView(
      String id,
      String dataset,
      RunState state,
      int attempt,
      Optional<String> message,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {
    static RunView of(Run run) {
      return new RunView(
          run.id(),
          run.dataset().toString(),
          run.state(),
          run.attempt(),
          run.message(),
          run.startedAt(),
          run.endedAt());
    }
  }

  /** What the checks said, of which digest. */
  record VerdictView(boolean passed, String digest, Instant at, List<FindingView> results) {
    static VerdictView of(Verdict verdict) {
      return new VerdictView(
          verdict.passed(),
          verdict.digest(),
          verdict.at(),
          verdict.results().stream().map(FindingView::of).toList());
    }
  }

  /** Who said yes, to which digest. */
  record ApprovalView(String actor, String digest, Instant at) {
    static ApprovalView of(Approval approval) {
      return new ApprovalView(approval.actor(), approval.digest(), approval.at());
    }
  }

  /** What the branch changes of one table or view. */
  record ChangeView(
      String dataset, BranchChange.Kind kind, OptionalLong snapshotId, OptionalLong rows) {
    static ChangeView of(BranchChange change) {
      return new ChangeView(
          change.dataset().toString(), change.kind(), change.snapshotId(), change.rows());
    }
  }
}
