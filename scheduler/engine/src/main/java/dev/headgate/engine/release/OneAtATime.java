package dev.headgate.engine.release;

import dev.headgate.model.release.Release;
import dev.headgate.model.store.StoreTransaction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One release of a product is built or judged at a time. */
public final class OneAtATime {
  private OneAtATime() {}

  /** Live releases by whose turn it is: what is under way, then what waits, the newest first. */
  public static List<Release> inTurn(List<Release> live) {
    return live.stream()
        .sorted(
            Comparator.comparing((Release release) -> release.state().isWaiting())
                .thenComparing(Release::id, Comparator.reverseOrder()))
        .toList();
  }

  /** The other release of its product that is under way, and so keeps it from being judged now. */
  public static Optional<Release> other(StoreTransaction tx, Release release) {
    return tx.releases().live(release.product()).stream()
        .filter(other -> other.id() != release.id() && other.state().isActive())
        .findFirst();
  }
}
