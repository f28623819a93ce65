package dev.headgate.engine.servicelevel;

import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.product.ProductName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What service levels of one dataset are judged by.
 *
 * @param firstPromotion of its product; needed for retention only
 * @param lastPromotion when what {@code main} shows was promoted first: after a rollback the data
 *     is as old as the promotion that it went back to
 * @param table what its metadata tells; empty where nobody looked
 * @param consumers the products that read it
 */
public record Facts(
    Optional<Instant> firstPromotion,
    Optional<Instant> lastPromotion,
    Optional<TableDescription> table,
    List<ProductName> consumers) {
  public Facts {
    consumers = List.copyOf(consumers);
  }
}
