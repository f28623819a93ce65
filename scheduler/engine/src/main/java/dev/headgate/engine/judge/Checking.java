package dev.headgate.engine.judge;

import dev.headgate.engine.CheckedProduct;
import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.pace.Interruptible;
import dev.headgate.engine.waive.Applied;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Judges what a view shows for who wants to know, by the same judges as a release; keeps nothing.
 */
public final class Checking {
  private static final String RELEASE = "release-";

  private final Ledger ledger;
  private final InForce inForce;
  private final Examination examination;

  public Checking(Ledger ledger, InForce inForce, Lake lake, Plugins plugins, EngineConfig config) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.examination = new Examination(lake, plugins, ledger, config);
  }

  /**
   * Judges products as a view shows them.
   *
   * @param others to judge by; empty: what was applied
   * @param product only this one; empty: of a release's branch its product, else all
   * @throws HeadgateException {@code NOT_FOUND} for a product or view that is not there
   */
  public List<CheckedProduct> check(
      Optional<Definitions> others, Optional<ProductName> product, String view)
      throws InterruptedException {
    Definitions definitions =
        others.orElseGet(() -> ledger.transact(tx -> inForce.in(tx).definitions()));
    Optional<Release> release = release(view);
    Optional<ProductName> wanted = product.or(() -> release.map(Release::product));
    List<CheckedProduct> checked = new ArrayList<>();
    for (Product each : products(definitions, wanted)) {
      Subject subject =
          new Subject(
              view,
              release.filter(r -> r.product().equals(each.name())),
              definitions,
              each,
              each.inOrder());
      Findings findings = examination.examine(subject, new Interruptible());
      checked.add(new CheckedProduct(each.name(), view, waived(each, findings), findings.errors()));
    }
    return checked;
  }

  private List<Finding> waived(Product product, Findings findings) {
    return ledger.transact(
        tx ->
            Applied.of(findings.results(), product.name(), tx.waivers().all(), ledger.now())
                .findings());
  }

  private Optional<Release> release(String view) {
    String id = view.startsWith(RELEASE) ? view.substring(RELEASE.length()) : "";
    return id.matches("\\d{1,18}")
        ? Optional.of(ledger.release(Long.parseLong(id)))
        : Optional.empty();
  }

  private static Collection<Product> products(
      Definitions definitions, Optional<ProductName> wanted) {
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
