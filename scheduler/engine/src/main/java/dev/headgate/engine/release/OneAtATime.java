package dev.headgate.engine.release;

import dev.headgate.model.release.Release;
import dev.headgate.model.store.StoreTransaction;
import java.util.Optional;

/** One release of a product is built or judged at a time. */
public final class OneAtATime {
  private OneAtATime() {}

  /** The other release of its product that is under way, and so keeps it from being judged now. */
  public static Optional<Release> other(StoreTransaction tx, Release release) {
    return tx.releases().live(release.product()).stream()
        .filter(other -> other.id() != release.id() && other.state().isActive())
        .findFirst();
  }
}
