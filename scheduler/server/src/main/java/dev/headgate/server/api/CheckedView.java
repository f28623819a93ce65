package dev.headgate.server.api;

import dev.headgate.engine.CheckedProduct;
import dev.headgate.model.policy.Waiver;
import java.time.Instant;
import java.util.List;

/**
 * What judging gave.
 *
 * @param passed whether all products would pass
 * @param waivers those that findings name
 */
public record CheckedView(boolean passed, List<ProductView> products, List<WaiverView> waivers) {
  /** Of all products that were judged, without any exception. */
  public static CheckedView of(List<CheckedProduct> checked) {
    return of(checked, List.of(), Instant.EPOCH);
  }

  /**
   * Of all products that were judged.
   *
   * @param waivers among which are those that findings name
   */
  static CheckedView of(List<CheckedProduct> checked, List<Waiver> waivers, Instant now) {
    return new CheckedView(
        checked.stream().allMatch(CheckedProduct::passed),
        checked.stream().map(ProductView::of).toList(),
        WaiverView.named(
            checked.stream().flatMap(c -> c.findings().stream()).toList(), waivers, now));
  }

  /** One product's findings; {@code errors} are of rules that could not be evaluated. */
  public record ProductView(
      String product,
      String view,
      boolean passed,
      List<FindingView> findings,
      List<String> errors) {
    static ProductView of(CheckedProduct product) {
      return new ProductView(
          product.product().toString(),
          product.view(),
          product.passed(),
          product.findings().stream().map(FindingView::of).toList(),
          product.errors());
    }
  }
}
