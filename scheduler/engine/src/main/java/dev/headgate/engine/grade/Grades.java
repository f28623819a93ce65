package dev.headgate.engine.grade;

import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.BreachStore.Breach;
import dev.headgate.model.store.StoreTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gathers what is on record about a product, and grades it. */
public final class Grades {
  private static final int VERDICTS = 5;
  private static final int RELEASES = 20;
  private static final int BREACHES = 20;

  private final Ledger ledger;
  private final InForce inForce;

  public Grades(Ledger ledger, InForce inForce) {
    this.ledger = ledger;
    this.inForce = inForce;
  }

  /** A product's grade now; {@code NOT_FOUND} for what is none. */
  public Graded of(ProductName name) {
    Instant now = ledger.now();
    return ledger.transact(
        tx -> {
          InForce.View view = inForce.in(tx);
          Product product = view.product(name);
          Evidence evidence = evidence(tx, product, now);
          return new Graded(
              view, product, Grading.grade(evidence, now), evidence.waivers(), open(evidence));
        });
  }

  /** The product that makes a dataset; empty for a source. */
  Optional<ProductName> producer(DatasetName dataset) {
    return ledger.transact(tx -> inForce.in(tx).producer(dataset));
  }

  private static Evidence evidence(StoreTransaction tx, Product product, Instant now) {
    return new Evidence(
        product.datasets(),
        verdicts(tx, product.name()),
        product.datasets().stream()
            .flatMap(d -> tx.breaches().of(d.name(), BREACHES).stream())
            .toList(),
        tx.waivers().all().stream().filter(w -> w.isInForce(now) && concerns(w, product)).toList(),
        tx.releases().current(product.name()).flatMap(r -> content(tx, r).endedAt()));
  }

  /** A rollback's verdict only quotes an older one. */
  private static List<Verdict> verdicts(StoreTransaction tx, ProductName product) {
    return tx.releases().list(Optional.of(product), RELEASES).stream()
        .filter(release -> release.kind() != ReleaseKind.ROLLBACK)
        .flatMap(release -> tx.releases().verdict(release.id()).stream())
        .limit(VERDICTS)
        .toList();
  }

  private static Release content(StoreTransaction tx, Release shown) {
    return shown.restores().flatMap(tx.releases()::find).orElse(shown);
  }

  private static List<Breach> open(Evidence evidence) {
    return evidence.breaches().stream().filter(b -> b.until().isEmpty()).toList();
  }

  private static boolean concerns(Waiver waiver, Product product) {
    String scope = waiver.scope();
    return scope.equals(product.name().domain())
        || scope.equals(product.name().toString())
        || product.datasets().stream().map(Dataset::name).anyMatch(d -> d.toString().equals(scope));
  }
}
