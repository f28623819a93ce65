package dev.headgate.engine.promote;

import dev.headgate.engine.decide.ProductFacts;
import dev.headgate.engine.facts.InForce;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rollback takes back.
 *
 * @param product whose state it is
 * @param since the lake version of the oldest promotion that is taken back
 * @param datasets that are set back
 */
record Retraction(ProductName product, long since, Set<DatasetName> datasets) {
  /**
   * What going back from the newest promotion to a release takes back.
   *
   * @param promoted the product's promotions, newest first
   */
  static Optional<Retraction> of(Product product, long target, List<Release> promoted) {
    Optional<Release> oldest = Optional.empty();
    for (Release release : promoted) {
      if (content(release) == target) {
        break;
      }
      oldest = Optional.of(release);
    }
    return oldest.map(
        release ->
            new Retraction(
                product.name(),
                release.lakeVersion().orElseThrow(),
                Set.copyOf(product.datasets().stream().map(d -> d.name()).toList())));
  }

  /** The release whose build a promotion shows. */
  static long content(Release release) {
    return release.restores().orElse(release.id());
  }

  /**
   * Whether a live release rests on what is taken back. One that has no branch yet is counted in:
   * which instant it gets can't be told.
   *
   * @param sinceInstant the instant of {@link #since}
   */
  boolean voids(Release release, long sinceInstant, InForce.View definitions) {
    if (release.product().equals(product)) {
      return false;
    }
    Set<DatasetName> reads = new HashSet<>(release.inputs().keySet());
    definitions.find(release.product()).ifPresent(p -> reads.addAll(ProductFacts.outsideInputs(p)));
    reads.retainAll(datasets);
    return !reads.isEmpty()
        && (release.baseInstant() == 0 || release.baseInstant() >= sinceInstant);
  }
}
