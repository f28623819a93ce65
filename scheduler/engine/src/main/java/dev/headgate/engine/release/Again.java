package dev.headgate.engine.release;

import dev.headgate.engine.decide.Fingerprint;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.ProductStore.Request;
import dev.headgate.model.store.ProductStore.Request.Kind;
import java.time.Instant;
import java.util.Optional;

/** The request for what a release was to make. */
public final class Again {
  private Again() {}

  /** Empty for what can't be made again from here: an open release, a rollback. */
  public static Optional<Request> request(String id, Release release, String actor, Instant now) {
    return kind(release)
        .map(
            kind ->
                new Request(
                    id,
                    release.product(),
                    kind,
                    actor,
                    release.parameters(),
                    release.submission(),
                    now));
  }

  /**
   * What is asked for again when a release ends because the world moved under it: what someone, or
   * the clock, asked for. What only followed from its inputs follows by itself.
   */
  public static Optional<Request> whenOvertaken(Release release, Instant now) {
    return Fingerprint.parse(release.fingerprint()).hasOccasion()
        ? request("again:" + release.id(), release, release.requestedBy(), now)
        : Optional.empty();
  }

  private static Optional<Kind> kind(Release release) {
    return switch (release.kind()) {
      case BUILD -> Optional.of(everythingWasAsked(release) ? Kind.MANUAL : Kind.RETRY);
      case SUBMIT -> Optional.of(Kind.SUBMIT);
      case OPEN, ROLLBACK -> Optional.empty();
    };
  }

  private static boolean everythingWasAsked(Release release) {
    return !release.requestedBy().equals(Entry.SYSTEM)
        && release.datasets().values().stream()
            .allMatch(print -> Fingerprint.parse(print).hasOccasion());
  }
}
