package dev.headgate.engine.policy;

import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.spi.PolicyLanguage.Mistake;
import dev.headgate.spi.PolicyLanguage.Unanswerable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks policies of products, datasets and releases. Thread-safe. */
public final class Policies {
  private final Conditions conditions;

  public Policies(Conditions conditions) {
    this.conditions = conditions;
  }

  /**
   * What policies came to.
   *
   * @param findings also of policies that are wrong themselves: these have failed
   * @param errors of policies that nothing could evaluate now, through no fault of theirs, each in
   *     one sentence
   */
  public record Result(List<Finding> findings, List<String> errors) {
    public Result {
      findings = List.copyOf(findings);
      errors = List.copyOf(errors);
    }
  }

  /**
   * Asks all policies: of the product, of each of the datasets, and, while a release is judged, of
   * the release.
   *
   * @param datasets of the product, those that are asked about
   */
  public Result evaluate(
      Definitions definitions,
      Product product,
      List<Dataset> datasets,
      Optional<Judging> judging,
      Instant now) {
    FactsOf factsOf = new FactsOf(definitions);
    Map<String, Object> shared = new HashMap<>();
    shared.put("now", now);
    shared.put("product", factsOf.product(product));
    judging.ifPresent(
        j -> {
          shared.put("release", ReleaseFacts.release(j.release(), j.first()));
          shared.put("verdict", ReleaseFacts.verdict(j.checks()));
          shared.put("changes", j.changes().stream().map(ReleaseFacts::change).toList());
        });
    Asking asking = new Asking(definitions.places());
    for (PolicyRule policy : definitions.policies()) {
      switch (policy.scope()) {
        case PRODUCT -> asking.ask(policy, Optional.empty(), shared);
        case DATASET -> {
          for (Dataset dataset : datasets) {
            Map<String, Object> facts = new HashMap<>(shared);
            facts.put("dataset", factsOf.dataset(dataset));
            dataset.contract().ifPresent(c -> facts.put("contract", ContractFacts.of(c)));
            asking.ask(policy, Optional.of(dataset.name()), facts);
          }
        }
        case RELEASE -> {
          if (judging.isPresent()) {
            asking.ask(policy, Optional.empty(), shared);
          }
        }
      }
    }
    return new Result(asking.findings, asking.errors);
  }

  /** Answers while they are gathered. */
  private final class Asking {
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Places places;

    Asking(Places places) {
      this.places = places;
    }

    void ask(PolicyRule policy, Optional<DatasetName> dataset, Map<String, Object> facts) {
      try {
        boolean holds = conditions.of(policy).holds(facts);
        findings.add(
            (holds
                    ? finding(policy, dataset, Outcome.PASSED, "it holds")
                    : finding(policy, dataset, Outcome.FAILED, policy.message()))
                .at(places.ofPolicy(policy.id())));
      } catch (Unanswerable | Mistake e) {
        findings.add(
            finding(policy, dataset, Outcome.FAILED, "could not be evaluated: " + e.getMessage())
                .at(places.ofPolicy(policy.id())));
      } catch (RuntimeException e) {
        errors.add(
            "policy '"
                + policy.id()
                + "'"
                + dataset.map(d -> " on " + d).orElse("")
                + " could not be evaluated: "
                + e.getMessage());
      }
    }
  }

  private static Finding finding(
      PolicyRule policy, Optional<DatasetName> dataset, Outcome outcome, String message) {
    return new Finding(
        dataset,
        policy.id(),
        policy.severity(),
        outcome,
        new Origin(Origin.Kind.POLICY, policy.file()),
        Optional.empty(),
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
