package dev.headgate.engine.fake;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Approval;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.ReleaseStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The releases of one transaction. */
final class FakeReleases implements ReleaseStore {
  private final Memory memory;

  FakeReleases(Memory memory) {
    this.memory = memory;
  }

  @Override
  public long nextId() {
    memory.changed = true;
    return ++memory.lastId;
  }

  @Override
  public void insert(Release release) {
    checkUnique(release);
    memory.changed = true;
    memory.releases.put(release.id(), release);
  }

  @Override
  public void update(Release release) {
    Release stored = memory.releases.get(release.id());
    if (stored == null || stored.revision() != release.revision() - 1) {
      throw new HeadgateException(
          ErrorCode.WRONG_STATE, "release " + release.id() + " was changed meanwhile");
    }
    checkUnique(release);
    memory.changed = true;
    memory.releases.put(release.id(), release);
  }

  private void checkUnique(Release release) {
    boolean counts = !release.state().isFinal() || release.state() == ReleaseState.PROMOTED;
    for (Release other : memory.releases.values()) {
      boolean otherCounts = !other.state().isFinal() || other.state() == ReleaseState.PROMOTED;
      if (counts
          && otherCounts
          && other.id() != release.id()
          && other.fingerprint().equals(release.fingerprint())) {
        throw new HeadgateException(
            ErrorCode.ALREADY_EXISTS, "release " + other.id() + " has this fingerprint");
      }
    }
  }

  @Override
  public Optional<Release> find(long id) {
    return Optional.ofNullable(memory.releases.get(id));
  }

  @Override
  public List<Release> list(Optional<ProductName> product, int limit) {
    return memory.releases.values().stream()
        .filter(r -> product.isEmpty() || r.product().equals(product.get()))
        .sorted(Comparator.comparingLong(Release::id).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Release> live() {
    return memory.releases.values().stream().filter(r -> !r.state().isFinal()).toList();
  }

  @Override
  public Optional<Release> latest(ProductName product) {
    return list(Optional.of(product), 1).stream().findFirst();
  }

  @Override
  public List<Release> promoted(ProductName product) {
    return memory.releases.values().stream()
        .filter(r -> r.product().equals(product) && r.state() == ReleaseState.PROMOTED)
        .sorted(Comparator.comparing((Release r) -> r.lakeVersion().orElseThrow()).reversed())
        .toList();
  }

  @Override
  public void addVerdict(Verdict verdict) {
    memory.changed = true;
    memory.verdicts.add(verdict);
  }

  @Override
  public Optional<Verdict> verdict(long release) {
    return memory.verdicts.stream()
        .filter(v -> v.release() == release)
        .reduce((older, newer) -> newer);
  }

  @Override
  public void addApproval(Approval approval) {
    boolean known =
        memory.approvals.stream()
            .anyMatch(
                a ->
                    a.release() == approval.release()
                        && a.actor().equals(approval.actor())
                        && a.digest().equals(approval.digest()));
    if (!known) {
      memory.approvals.add(approval);
    }
  }

  @Override
  public List<Approval> approvals(long release) {
    return memory.approvals.stream().filter(a -> a.release() == release).toList();
  }
}
