package dev.headgate.engine.judge;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Release;
import java.util.List;
import java.util.Optional;

/**
 * What is judged: datasets of one product as a view shows them.
 *
 * @param view for example {@code release-12}, {@code main}, {@code version-3}
 * @param release whose branch the view is; empty where another view is looked at
 * @param definitions what it is judged by, {@code product} among them
 * @param datasets those of the product to look at
 */
record Subject(
    String view,
    Optional<Release> release,
    Definitions definitions,
    Product product,
    List<Dataset> datasets) {
  Subject {
    datasets = List.copyOf(datasets);
  }

  /** A name for messages and tokens. */
  String title() {
    return release.map(r -> "release " + r.id()).orElse(product.name() + " at " + view);
  }
}
