package dev.headgate.server.api;

import dev.headgate.engine.servicelevel.Ending;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An input that ends by its contract, soon or already. Scripts rely on these names. */
record EndingView(String dataset, String producer, LocalDate date, String message) {
  /** Those of a product's inputs. */
  static List<EndingView> of(Definitions definitions, Product consumer, Instant now) {
    return Ending.of(definitions, consumer, now).stream()
        .map(
            e ->
                new EndingView(
                    e.dataset().toString(), e.producer().toString(), e.date(), e.sentence()))
        .toList();
  }
}
