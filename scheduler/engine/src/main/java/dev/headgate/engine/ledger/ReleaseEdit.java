package dev.headgate.engine.ledger;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A release with some of its fields changed; {@link Ledger#write} makes it the stored one. */
public final class ReleaseEdit {
  private final Release before;
  private ReleaseState state;
  private Optional<String> reason;
  private List<String> blockedBy;
  private String fingerprint;
  private long baseInstant;
  private Optional<String> digest;
  private Optional<Long> lakeVersion;
  private Map<DatasetName, String> datasets;
  private Map<DatasetName, String> inputs;

  private ReleaseEdit(Release before) {
    this.before = before;
    this.state = before.state();
    this.reason = before.reason();
    this.blockedBy = before.blockedBy();
    this.fingerprint = before.fingerprint();
    this.baseInstant = before.baseInstant();
    this.digest = before.digest();
    this.lakeVersion = before.lakeVersion();
    this.datasets = before.datasets();
    this.inputs = before.inputs();
  }

  /** Nothing is changed yet. */
  public static ReleaseEdit of(Release release) {
    return new ReleaseEdit(release);
  }

  /** Goes on: what it was waiting for, and why, is over. */
  public ReleaseEdit to(ReleaseState next) {
    state = next;
    reason = Optional.empty();
    blockedBy = List.of();
    return this;
  }

  /** Waits or ends, for a reason. */
  public ReleaseEdit to(ReleaseState next, String because, List<String> blockers) {
    state = next;
    reason = Optional.of(because);
    blockedBy = blockers;
    return this;
  }

  public ReleaseEdit base(
      long instant, String newFingerprint, Map<DatasetName, String> newDatasets) {
    baseInstant = instant;
    fingerprint = newFingerprint;
    datasets = newDatasets;
    return this;
  }

  public ReleaseEdit inputs(Map<DatasetName, String> states) {
    inputs = states;
    return this;
  }

  public ReleaseEdit digest(String newDigest) {
    digest = Optional.of(newDigest);
    return this;
  }

  /** What was judged does not count any more: all of it is measured again. */
  public ReleaseEdit unjudged() {
    digest = Optional.empty();
    return this;
  }

  public ReleaseEdit lakeVersion(long version) {
    lakeVersion = Optional.of(version);
    return this;
  }

  Release before() {
    return before;
  }

  Release after(Instant now) {
    return new Release(
        before.id(),
        before.revision() + 1,
        before.product(),
        before.kind(),
        state,
        reason,
        blockedBy,
        fingerprint,
        baseInstant,
        digest,
        lakeVersion,
        before.startedBecause(),
        datasets,
        inputs,
        before.parameters(),
        before.definitionDigest(),
        before.submission(),
        before.restores(),
        before.requestedBy(),
        before.createdAt(),
        state.isFinal() ? Optional.of(now) : before.endedAt());
  }
}
