package dev.headgate.engine.release;

import dev.headgate.engine.decide.Fingerprint;
import dev.headgate.engine.decide.ProductFacts;
import dev.headgate.engine.decide.Recipe;
import dev.headgate.engine.facts.FactsReader;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.facts.PromotedContracts;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.ledger.ReleaseEdit;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import dev.headgate.model.store.StoreTransaction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the branch of a release, and ends it. One at a time, so that a branch can't be made after
 * its release, ended meanwhile, had it discarded.
 */
public final class Branches {
  private final Ledger ledger;
  private final InForce inForce;
  private final FactsReader facts;
  private final Lake lake;
  private final Superseding superseding;

  public Branches(
      Ledger ledger, InForce inForce, FactsReader facts, Lake lake, Superseding superseding) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.facts = facts;
    this.lake = lake;
    this.superseding = superseding;
  }

  /** Gives a planned release its branch; what it builds is settled at the branch's instant. */
  public synchronized Release open(Release release) {
    if (ledger.release(release.id()).state() != ReleaseState.PLANNED) {
      return ledger.release(release.id());
    }
    Product product = ledger.transact(tx -> inForce.in(tx).product(release.product()));
    Set<DatasetName> scope =
        product.datasets().stream().map(d -> d.name()).collect(Collectors.toSet());
    long base = create(release, scope);
    Map<DatasetName, String> inputs = facts.statesAt(base, ProductFacts.outsideInputs(product));
    Release after =
        ledger
            .changeIf(
                release.id(),
                ReleaseState.PLANNED,
                (tx, planned) ->
                    planned.kind() == ReleaseKind.ROLLBACK
                        ? toChecking(tx, planned, base, inputs)
                        : toBuilding(tx, planned, product, base, inputs))
            .orElseGet(() -> ledger.release(release.id()));
    if (after.state().isFinal()) {
      lake.discard(release.warehouse());
    }
    return after;
  }

  /** Ends the branch of a release that has ended without being promoted. */
  public synchronized void end(Release release) {
    lake.discard(release.warehouse());
  }

  private long create(Release release, Set<DatasetName> scope) {
    if (release.restores().isEmpty()) {
      return lake.createBranch(release.warehouse(), scope);
    }
    Release target = ledger.release(release.restores().get());
    long instant = lake.instantOf(target.lakeVersion().orElseThrow());
    return lake.createRollbackBranch(release.warehouse(), instant, scope);
  }

  private Release toChecking(
      StoreTransaction tx, Release release, long base, Map<DatasetName, String> inputs) {
    return ledger.write(
        tx,
        ReleaseEdit.of(release)
            .to(ReleaseState.CHECKING)
            .base(base, release.fingerprint(), release.datasets())
            .inputs(inputs),
        Entry.step("be judged"));
  }

  private Release toBuilding(
      StoreTransaction tx,
      Release release,
      Product product,
      long base,
      Map<DatasetName, String> inputs) {
    Map<DatasetName, Fingerprint> built =
        Recipe.build(
            product,
            inputs,
            facts.content(tx, product.name()),
            d -> Optional.ofNullable(release.datasets().get(d.name())).map(f -> occasion(f)));
    String fingerprint =
        Recipe.release(
                product,
                inputs,
                tx.releases().current(product.name()).map(Release::id),
                release.parameters(),
                occasion(release.fingerprint()))
            .toString();
    Optional<Release> twin =
        tx.releases().live(product.name()).stream()
            .filter(r -> r.id() != release.id() && r.fingerprint().equals(fingerprint))
            .findFirst();
    if (twin.isPresent()) {
      return superseding.supersede(
          tx, release, "release " + twin.get().id() + " is made from the same state");
    }
    Optional<String> otherMajor = otherMajor(tx, product, built.keySet());
    if (otherMajor.isPresent()) {
      return superseding.supersedeAndAskAgain(tx, release, otherMajor.get());
    }
    Map<DatasetName, String> datasets = new TreeMap<>();
    built.forEach((name, print) -> datasets.put(name, print.toString()));
    addRuns(tx, release, product, datasets.keySet());
    return ledger.write(
        tx,
        ReleaseEdit.of(release)
            .to(ReleaseState.BUILDING)
            .base(base, fingerprint, datasets)
            .inputs(inputs),
        Entry.step("be built"));
  }

  /** A major that is not accepted may have been promoted since the release was decided. */
  private Optional<String> otherMajor(
      StoreTransaction tx, Product product, Set<DatasetName> built) {
    InForce.View definitions = inForce.in(tx);
    return product.inOrder().stream()
        .filter(d -> built.contains(d.name()))
        .flatMap(d -> d.accepts().entrySet().stream())
        .filter(e -> product.dataset(e.getKey()).isEmpty())
        .filter(
            e ->
                PromotedContracts.current(tx, definitions, e.getKey())
                    .filter(contract -> e.getValue().contains(contract.version()))
                    .isEmpty())
        .map(e -> "its input " + e.getKey() + " is not of major " + e.getValue() + " any more")
        .findFirst();
  }

  private static void addRuns(
      StoreTransaction tx, Release release, Product product, Set<DatasetName> built) {
    switch (release.kind()) {
      case BUILD -> {
        long tables = product.datasets().stream().map(d -> d.name().table()).distinct().count();
        boolean unique = tables == product.datasets().size();
        for (var dataset : product.inOrder()) {
          if (built.contains(dataset.name())) {
            String name = unique ? dataset.name().table() : dataset.name().toString();
            tx.runs().put(queued(release.id() + "-" + name, release, dataset.name()));
          }
        }
      }
      case SUBMIT ->
          tx.runs()
              .put(queued(release.id() + "-submit", release, product.datasets().get(0).name()));
      // Nothing of ours runs.
      case OPEN, ROLLBACK -> {}
    }
  }

  private static Run queued(String id, Release release, DatasetName dataset) {
    return new Run(
        id,
        release.id(),
        dataset,
        RunState.QUEUED,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static String occasion(String fingerprint) {
    return Fingerprint.parse(fingerprint).occasion();
  }
}
