package dev.headgate.server.api;

import dev.headgate.engine.CheckedProduct;
import java.util.List;

/**
 * What judging gave.
 *
 * @param passed whether all products would pass
 */
public record CheckedView(boolean passed, List<ProductView> products) {
  /** Of all products that were judged. */
  public static CheckedView of(List<CheckedProduct> checked) {
    return new CheckedView(
        checked.stream().allMatch(CheckedProduct::passed),
        checked.stream().map(ProductView::of).toList());
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
