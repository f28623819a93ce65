package dev.headgate.engine;

import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import java.util.List;

/**
 * What judging a product gave, without a release.
 *
 * @param view that it was looked at in; {@code definitions} where only these were judged
 * @param errors of rules that could not be evaluated through no fault of theirs, each in one
 *     sentence
 */
public record CheckedProduct(
    ProductName product, String view, List<Finding> findings, List<String> errors) {
  public CheckedProduct {
    findings = List.copyOf(findings);
    errors = List.copyOf(errors);
  }

  /** Whether a release in this state would pass. */
  public boolean passed() {
    return errors.isEmpty() && findings.stream().noneMatch(Finding::blocks);
  }
}
