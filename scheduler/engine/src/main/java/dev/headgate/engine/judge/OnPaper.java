package dev.headgate.engine.judge;

import dev.headgate.engine.CheckedProduct;
import dev.headgate.engine.policy.Conditions;
import dev.headgate.engine.policy.Policies;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import dev.headgate.spi.PolicyLanguage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges definitions by themselves: what a release would be held for whatever data it has. Needs no
 * lake and no store, and knows of no waivers, so it says the same wherever it runs. Thread-safe.
 */
public final class OnPaper {
  /** What stands for the view where only definitions are judged. */
  public static final String VIEW = "definitions";

  private final Policies policies;

  /**
   * Judges with these.
   *
   * @param languages of policies, by name
   */
  public OnPaper(Function<String, Optional<PolicyLanguage>> languages) {
    this.policies = new Policies(new Conditions(languages));
  }

  /**
   * Judges products.
   *
   * @param product only this one; empty: all
   * @param now as policies are told
   * @throws HeadgateException {@code NOT_FOUND} for a product that is not there
   */
  public List<CheckedProduct> check(
      Definitions definitions, Optional<ProductName> product, Instant now) {
    Meaning meaning = Meaning.of(definitions);
    List<CheckedProduct> checked = new ArrayList<>();
    for (Product each : products(definitions, product)) {
      Policies.Result result =
          policies.evaluate(definitions, each, each.inOrder(), Optional.empty(), now);
      List<Finding> findings = new ArrayList<>(meaning.of(each.name()));
      findings.addAll(result.findings());
      checked.add(new CheckedProduct(each.name(), VIEW, findings, result.errors()));
    }
    return checked;
  }

  /** One product, or all by name. */
  static Collection<Product> products(Definitions definitions, Optional<ProductName> wanted) {
    if (wanted.isEmpty()) {
      return definitions.sortedProducts().values();
    }
    Product product = definitions.products().get(wanted.get());
    if (product == null) {
      throw new HeadgateException(
          ErrorCode.NOT_FOUND, "there is no product " + wanted.get() + " in these definitions");
    }
    return List.of(product);
  }
}
