package dev.headgate.store;

import dev.headgate.model.product.Definitions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the definitions that were read last, so that they are parsed once and not in every
 * transaction. They are known by the digest of their content, not by their revision: a revision's
 * number may be rolled back and given again.
 */
final class NewestDefinitions {
  private final AtomicReference<Entry> last = new AtomicReference<>();

  Optional<Definitions> find(String digest) {
    return Optional.ofNullable(last.get())
        .filter(entry -> entry.digest().equals(digest))
        .map(Entry::definitions);
  }

  void keep(String digest, Definitions definitions) {
    last.set(new Entry(digest, definitions));
  }

  private record Entry(String digest, Definitions definitions) {}
}
