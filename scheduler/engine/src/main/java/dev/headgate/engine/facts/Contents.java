package dev.headgate.engine.facts;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.StoreTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each dataset of a product was last built with, through releases that reuse it and rollbacks
 * that bring an earlier state back. Kept for the current promotion of each product.
 */
public final class Contents {
  private final Map<ProductName, Known> known = new ConcurrentHashMap<>();

  /** The fingerprints of what {@code main} shows of a product. */
  Map<DatasetName, String> of(StoreTransaction tx, ProductName product) {
    Optional<Release> current = tx.releases().current(product);
    if (current.isEmpty()) {
      return Map.of();
    }
    Known last = known.get(product);
    if (last != null && last.current == current.get().id()) {
      return last.fingerprints;
    }
    Map<DatasetName, String> fingerprints = of(tx.releases().promoted(product));
    known.put(product, new Known(current.get().id(), fingerprints));
    return fingerprints;
  }

  /** The same, from a product's promotions, newest first. */
  static Map<DatasetName, String> of(List<Release> promoted) {
    Map<DatasetName, String> fingerprints = new HashMap<>();
    Optional<Long> restored = Optional.empty();
    for (Release release : promoted) {
      boolean undone = restored.filter(id -> id != release.id()).isPresent();
      if (undone) {
        continue;
      }
      restored = release.restores();
      release.datasets().forEach(fingerprints::putIfAbsent);
    }
    return Map.copyOf(fingerprints);
  }

  private record Known(long current, Map<DatasetName, String> fingerprints) {}
}
