package dev.headgate.engine.judge;

import dev.headgate.engine.CheckedProduct;
import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.pace.Interruptible;
import dev.headgate.engine.waive.Applied;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import java.util.ArrayList;
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
  private final OnPaper onPaper;

  public Checking(Ledger ledger, InForce inForce, Lake lake, Plugins plugins, EngineConfig config) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.examination = new Examination(lake, plugins, ledger, config);
    this.onPaper = new OnPaper(plugins::policyLanguage);
  }

  /**
   * Judges products as a view shows them. Definitions that were not applied are themselves looked
   * through, too; those that were went through a plan.
   *
   * @param others to judge by; empty: what was applied
   * @param product only this one; empty: of a release's branch its product, else all
   * @param view {@code definitions}: these by themselves
   * @throws HeadgateException {@code NOT_FOUND} for a product or view that is not there
   */
  public List<CheckedProduct> check(
      Optional<Definitions> others, Optional<ProductName> product, String view)
      throws InterruptedException {
    Definitions definitions =
        others.orElseGet(() -> ledger.transact(tx -> inForce.in(tx).definitions()));
    if (view.equals(OnPaper.VIEW)) {
      return onPaper.check(definitions, product, ledger.now());
    }
    Optional<Release> release = release(view);
    Optional<ProductName> wanted = product.or(() -> release.map(Release::product));
    Optional<Meaning> meaning = others.map(Meaning::of);
    List<CheckedProduct> checked = new ArrayList<>();
    for (Product each : OnPaper.products(definitions, wanted)) {
      Subject subject =
          new Subject(
              view,
              release.filter(r -> r.product().equals(each.name())),
              definitions,
              each,
              each.inOrder());
      Findings findings = examination.examine(subject, new Interruptible());
      List<Finding> found =
          new ArrayList<>(meaning.map(m -> m.of(each.name())).orElseGet(List::of));
      found.addAll(waived(each, findings));
      checked.add(new CheckedProduct(each.name(), view, found, findings.errors()));
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
}
