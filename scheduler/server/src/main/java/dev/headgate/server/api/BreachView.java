package dev.headgate.server.api;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Product;
import dev.headgate.model.store.BreachStore.Breach;
import java.time.Instant;
import java.util.List;

/** A service level that is not met. Scripts rely on these names. */
record BreachView(String dataset, String property, String message, Instant since) {
  /** Those of a product's datasets, oldest first. */
  static List<BreachView> of(Product product, List<Breach> open) {
    return open.stream()
        .filter(b -> product.datasets().stream().map(Dataset::name).anyMatch(b.dataset()::equals))
        .map(b -> new BreachView(b.dataset().toString(), b.property(), b.message(), b.since()))
        .toList();
  }
}
