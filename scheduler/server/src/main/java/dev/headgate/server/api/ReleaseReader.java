package dev.headgate.server.api;

import dev.headgate.engine.judge.Quorum;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.Store;
import dev.headgate.model.store.StoreTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads releases from the store, and what their branches change from the lake. */
final class ReleaseReader {
  private final Store store;
  private final Lake lake;

  @Inject
  ReleaseReader(Store store, Lake lake) {
    this.store = store;
    this.lake = lake;
  }

  List<ReleaseView> list(Optional<ProductName> product, int limit) {
    return store.transact(transaction -> transaction.releases().list(product, limit)).stream()
        .map(ReleaseView::of)
        .toList();
  }

  ReleaseDetails details(long id) {
    Release release = store.transact(transaction -> find(transaction, id));
    List<BranchChange> changes = changes(release);
    return store.transact(
        transaction -> {
          Optional<Verdict> verdict = transaction.releases().verdict(id);
          return ReleaseDetails.of(
              find(transaction, id),
              transaction.runs().ofRelease(id),
              verdict,
              waivers(transaction, verdict),
              transaction
                  .definitions()
                  .product(release.definitionDigest())
                  .map(Quorum::least)
                  .orElse(0),
              transaction.releases().approvals(id),
              changes);
        });
  }

  private List<WaiverView> waivers(StoreTransaction transaction, Optional<Verdict> verdict) {
    List<Finding> findings = verdict.map(Verdict::results).orElse(List.of());
    List<Waiver> named =
        findings.stream()
            .flatMap(finding -> finding.waiver().stream())
            .distinct()
            .flatMap(waiver -> transaction.waivers().find(waiver).stream())
            .toList();
    return WaiverView.named(findings, named, Instant.now());
  }

  private static Release find(StoreTransaction transaction, long id) {
    return transaction
        .releases()
        .find(id)
        .orElseThrow(() -> new HeadgateException(ErrorCode.NOT_FOUND, "there is no release " + id));
  }

  /** A branch that was never made, or ended in this moment, changes nothing. */
  private List<BranchChange> changes(Release release) {
    if (release.state().isFinal() || release.state() == ReleaseState.PLANNED) {
      return List.of();
    }
    try {
      return lake.changes(release.warehouse());
    } catch (HeadgateException e) {
      if (e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.WRONG_STATE) {
        return List.of();
      }
      throw e;
    }
  }
}
