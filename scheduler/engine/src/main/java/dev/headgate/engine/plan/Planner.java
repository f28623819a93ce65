package dev.headgate.engine.plan;

import dev.headgate.engine.Plan;
import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Rebuild;
import dev.headgate.engine.decide.Decider;
import dev.headgate.engine.decide.ProductFacts;
import dev.headgate.engine.facts.FactsReader;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.release.Again;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.ProductStore.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes plans; they are what would happen if nothing else happened meanwhile. */
public final class Planner {
  private final Ledger ledger;
  private final InForce inForce;
  private final FactsReader facts;
  private final ContractSteps contracts;
  private final List<Review> reviews;

  /** {@code reviews} before that of contracts, which every plan has and which uses their finds. */
  public Planner(Ledger ledger, InForce inForce, FactsReader facts, List<Review> reviews) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.facts = facts;
    this.contracts = new ContractSteps(ledger);
    this.reviews =
        Stream.concat(
                reviews.stream(),
                Stream.of(
                    contracts,
                    new InputMajors(),
                    new ExpectedColumns(),
                    new PassedSunsets(ledger::now)))
            .toList();
  }

  /** What is wrong with {@code next} in what it means. */
  public List<Finding> findings(Definitions next) {
    InForce.View before = ledger.transact(inForce::in);
    return reviews.stream().flatMap(review -> review.of(before, next).stream()).toList();
  }

  /** What applying {@code next} would change; changes nothing. */
  public Plan plan(Definitions next) {
    InForce.View before = ledger.transact(inForce::in);
    InForce.View after = InForce.View.of(before.revision(), next);
    List<Rebuild> rebuilds = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    for (Product product : next.sortedProducts().values()) {
      boolean same = before.find(product.name()).filter(p -> p.equals(product)).isPresent();
      if (!same) {
        foresee(product, after, rebuilds, notes);
      }
    }
    leaving(before, after, notes);
    endingReleases(before, after, notes);
    List<Finding> findings = findings(next);
    return new Plan(
        before.revision(),
        Differences.between(before.definitions(), next),
        rebuilds,
        List.copyOf(notes),
        contracts.steps(next),
        findings);
  }

  private void foresee(
      Product product, InForce.View after, List<Rebuild> rebuilds, Set<String> notes) {
    ProductFacts expected = factsAfter(product, after);
    Decision decision = Decider.foresee(expected, ledger.now()).decision();
    if (decision instanceof Decision.Start start) {
      List<String> because = new ArrayList<>(start.because());
      because.add("builds " + String.join(", ", sorted(start.datasets())));
      because.addAll(followers(product, after));
      rebuilds.add(new Rebuild(product.name(), because));
    } else if (decision instanceof Decision.Wait wait) {
      notes.add(waiting(product, expected.current(), wait));
    }
  }

  private static String waiting(Product product, Optional<Release> current, Decision.Wait wait) {
    return product.name()
        + current
            .map(r -> " stays as release " + r.id() + " promoted it, and is not built at once (")
            .orElse(" is not built yet (")
        + String.join("; ", wait.because())
        + "): "
        + String.join("; ", wait.blockedBy());
  }

  /** Its releases under another definition end, so they are in nobody's way. */
  private ProductFacts factsAfter(Product product, InForce.View after) {
    Map<DatasetName, String> states = facts.statesNow(ProductFacts.outsideInputs(product));
    return ledger.transact(
        tx -> {
          ProductFacts found = facts.read(tx, product, after, states, List.of());
          List<Request> pending = new ArrayList<>(found.pending());
          found.live().stream()
              .filter(release -> !after.holds(release))
              .forEach(r -> Again.whenOvertaken(r, ledger.now()).ifPresent(pending::add));
          return new ProductFacts(
              found.product(),
              found.pause(),
              pending,
              found.live().stream().filter(after::holds).toList(),
              found.judgedAt(),
              found.latest(),
              found.current(),
              found.currentAs(),
              found.content(),
              found.inputs());
        });
  }

  private static List<String> sorted(Map<DatasetName, String> datasets) {
    return datasets.keySet().stream().map(DatasetName::toString).sorted().toList();
  }

  /** The products that start by themselves once this one is promoted, nearest first. */
  private static List<String> followers(Product product, InForce.View definitions) {
    List<String> sentences = new ArrayList<>();
    Set<ProductName> seen = new LinkedHashSet<>(Set.of(product.name()));
    List<Product> next = List.of(product);
    while (!next.isEmpty()) {
      List<Product> found = new ArrayList<>();
      for (Product upstream : next) {
        for (Dataset dataset : upstream.datasets()) {
          for (ProductName name : definitions.consumers(dataset.name())) {
            Product consumer = definitions.product(name);
            if (startsOnInputs(consumer) && seen.add(name)) {
              sentences.add(name + " follows: it reads " + dataset.name());
              found.add(consumer);
            }
          }
        }
      }
      next = found;
    }
    return sentences;
  }

  private static boolean startsOnInputs(Product product) {
    return product.trigger().any().stream().anyMatch(c -> c instanceof Trigger.Inputs)
        && product.datasets().stream().noneMatch(d -> d.job().isOpen());
  }

  private void leaving(InForce.View before, InForce.View after, Set<String> notes) {
    Map<DatasetName, ProductName> left = new LinkedHashMap<>();
    for (Product product : before.definitions().sortedProducts().values()) {
      for (Dataset dataset : product.datasets()) {
        if (after.producer(dataset.name()).isEmpty()) {
          left.put(dataset.name(), product.name());
        }
      }
    }
    Set<DatasetName> there = facts.statesNow(left.keySet()).keySet();
    left.forEach(
        (dataset, product) ->
            notes.add(
                dataset
                    + " is no longer made by "
                    + product
                    + (there.contains(dataset)
                        ? " and stays gated, as it is now, until an owner lets it go"
                        : "; main has no such table, and its name stays gated until an owner lets"
                            + " it go")));
  }

  private void endingReleases(InForce.View before, InForce.View after, Set<String> notes) {
    for (Release release : ledger.transact(tx -> tx.releases().live())) {
      if (before.holds(release) && !after.holds(release)) {
        notes.add(
            "release "
                + release.id()
                + " of "
                + release.product()
                + ", which is "
                + release.state()
                + ", ends: its definition would not hold any more"
                + after
                    .find(release.product())
                    .flatMap(product -> Again.whenOvertaken(release, ledger.now()))
                    .map(request -> "; what " + request.actor() + " asked for is asked for again")
                    .orElse(""));
      }
    }
  }
}
