package dev.headgate.engine.grade;

import dev.headgate.engine.grade.Grade.Reason;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.product.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Points for what is promised: contracts, what they describe, checks, service levels. */
final class PromisedGrading {
  private PromisedGrading() {}

  static Reason contract(Evidence evidence) {
    return shared(
        Criterion.CONTRACT,
        evidence,
        d -> d.contract().isPresent(),
        "each dataset has a contract",
        "no contract: name one with 'contract' in the pipeline");
  }

  static Reason blocking(Evidence evidence) {
    return shared(
        Criterion.BLOCKING,
        evidence,
        d -> d.checks().stream().anyMatch(c -> c.severity() == Severity.ERROR),
        "each dataset has checks that block",
        "no check that blocks: give a rule of severity error, in the contract or the pipeline");
  }

  static Reason promised(Evidence evidence) {
    return shared(
        Criterion.PROMISED,
        evidence,
        PromisedGrading::isWatched,
        "each dataset's contract promises service levels that are watched",
        "no service level that is watched: promise one with 'slaProperties' in the contract");
  }

  static boolean isWatched(Dataset dataset) {
    return dataset.contract().stream()
        .flatMap(c -> c.serviceLevels().stream())
        .anyMatch(level -> level.kind() != ServiceLevel.Kind.OTHER);
  }

  private static Reason shared(
      Criterion criterion, Evidence evidence, Predicate<Dataset> has, String all, String lacking) {
    List<Dataset> without = evidence.datasets().stream().filter(has.negate()).toList();
    int datasets = evidence.datasets().size();
    return new Reason(
        criterion,
        points(criterion, datasets - without.size(), datasets),
        without.isEmpty()
            ? all
            : Listing.have(without.stream().map(Dataset::name).toList(), "has", "have")
                + " "
                + lacking);
  }

  static Reason inForce(Evidence evidence) {
    int good = 0;
    List<String> others = new ArrayList<>();
    for (Dataset dataset : evidence.datasets()) {
      if (dataset.contract().filter(PromisedGrading::isInForce).isPresent()) {
        good++;
      } else {
        dataset
            .contract()
            .ifPresent(
                c ->
                    others.add(
                        c.label() + " (" + c.status().name().toLowerCase(Locale.ROOT) + ")"));
      }
    }
    String sentence;
    if (!others.isEmpty()) {
      sentence =
          Listing.have(others, "is", "are")
              + " not in force: make it active, with a version from 1.0.0 on";
    } else if (good == evidence.datasets().size()) {
      sentence = "each contract is in force, from version 1 on";
    } else {
      sentence = "what has no contract has none in force";
    }
    return new Reason(
        Criterion.IN_FORCE, points(Criterion.IN_FORCE, good, evidence.datasets().size()), sentence);
  }

  private static boolean isInForce(Contract contract) {
    boolean holds =
        switch (contract.status()) {
          case ACTIVE, DEPRECATED -> true;
          case PROPOSED, DRAFT, RETIRED -> false;
        };
    return holds && contract.version().major() >= 1;
  }

  /** Each dataset counts alike, however many columns it has. */
  static Reason described(Evidence evidence) {
    double share = 0;
    int columns = 0;
    List<String> without = new ArrayList<>();
    for (Dataset dataset : evidence.datasets()) {
      List<String> bare = new ArrayList<>();
      int own = 0;
      for (var column : dataset.contract().map(Contract::columns).orElse(List.of())) {
        own++;
        if (column.description().filter(text -> !text.isBlank()).isEmpty()) {
          bare.add(dataset.name() + "." + column.name());
        }
      }
      share += own == 0 ? 0 : (double) (own - bare.size()) / own;
      columns += own;
      without.addAll(bare);
    }
    String sentence;
    if (columns == 0) {
      sentence = "no contract names columns: describe each of them";
    } else if (without.isEmpty()) {
      sentence = "all " + columns + " columns of the contracts are described";
    } else {
      sentence =
          (columns - without.size())
              + " of "
              + columns
              + " columns of the contracts are described; describe "
              + Listing.of(without);
    }
    int datasets = evidence.datasets().size();
    return new Reason(
        Criterion.DESCRIBED,
        datasets == 0 ? 0 : (int) Math.floor(Criterion.DESCRIBED.most() * share / datasets + 1e-9),
        sentence);
  }

  /** Rounded down: all points are for all of it only. */
  static int points(Criterion criterion, int good, int of) {
    return of == 0 ? 0 : criterion.most() * good / of;
  }
}
