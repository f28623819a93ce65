package dev.headgate.store;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which products ever defined a dataset. */
final class Makers {
  private final Handle handle;

  Makers(Handle handle) {
    this.handle = handle;
  }

  Set<ProductName> of(DatasetName dataset) {
    return handle
        .createQuery("SELECT product FROM hg_maker WHERE dataset = :dataset")
        .bind("dataset", dataset.toString())
        .mapTo(String.class)
        .map(ProductName::parse)
        .collect(Collectors.toSet());
  }

  /** Adds what is not there yet. */
  void add(Definitions definitions) {
    Set<Made> known =
        new HashSet<>(
            handle
                .createQuery("SELECT dataset, product FROM hg_maker")
                .map((row, context) -> new Made(row.getString("dataset"), row.getString("product")))
                .list());
    for (Product product : definitions.sortedProducts().values()) {
      for (Dataset dataset : product.datasets()) {
        Made made = new Made(dataset.name().toString(), product.name().toString());
        if (!known.contains(made)) {
          insert(made);
        }
      }
    }
  }

  private void insert(Made made) {
    Writes.unlessTaken(
        handle,
        () ->
            handle
                .createUpdate("INSERT INTO hg_maker (dataset, product) VALUES (:dataset, :product)")
                .bind("dataset", made.dataset())
                .bind("product", made.product())
                .execute());
  }

  private record Made(String dataset, String product) {}
}
