package dev.headgate.server.api;

import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A release in lists. Scripts rely on these names. */
record ReleaseView(
    long id,
    String product,
    ReleaseKind kind,
    ReleaseState state,
    Optional<String> reason,
    List<String> blockedBy,
    String warehouse,
    Optional<Long> lakeVersion,
    Instant createdAt,
    Optional<Instant> endedAt) {
  static ReleaseView of(Release release) {
    return new ReleaseView(
        release.id(),
        release.product().toString(),
        release.kind(),
        release.state(),
        release.reason(),
        release.blockedBy(),
        release.warehouse(),
        release.lakeVersion(),
        release.createdAt(),
        release.endedAt());
  }
}
