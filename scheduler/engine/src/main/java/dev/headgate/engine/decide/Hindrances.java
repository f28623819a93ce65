package dev.headgate.engine.decide;

import dev.headgate.model.contract.Majors;
import dev.headgate.model.contract.Version;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product.Parameter;
import dev.headgate.model.product.PromotionPolicy.WhileWaiting;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in the way of a release that is wanted, each in one sentence. */
final class Hindrances {
  private Hindrances() {}

  static List<String> of(ProductFacts facts, Wish wish) {
    List<String> found = new ArrayList<>();
    for (Release release : facts.live()) {
      liveRelease(facts, release, wish, found);
    }
    facts
        .pause()
        .filter(pause -> !wish.asked() && !hasEnded(facts))
        .ifPresent(
            pause ->
                found.add(
                    "it is paused by "
                        + pause.actor()
                        + " since "
                        + pause.since()
                        + ": "
                        + pause.reason()));
    missingInputs(facts, wish, found);
    otherMajors(facts, wish, found);
    if (wish.byOwnJobs()) {
      missingParameters(facts, wish, found);
    }
    return found;
  }

  /** Whether a pause lasts for another state of inputs and code than there is now. */
  static boolean hasEnded(ProductFacts facts) {
    String now = Recipe.standing(facts.product(), facts.inputStates());
    return facts.pause().flatMap(p -> p.until()).filter(until -> !until.equals(now)).isPresent();
  }

  private static void liveRelease(
      ProductFacts facts, Release release, Wish wish, List<String> found) {
    String name = "release " + release.id();
    String state = release.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    if (release.kind() == ReleaseKind.ROLLBACK) {
      found.add(name + ", a rollback, is " + state);
    } else if (release.state().isActive()) {
      found.add(name + " is " + state + "; one release of a product is built or judged at a time");
    } else if (facts.product().promotion().whileWaiting() == WhileWaiting.KEEP) {
      found.add(name + " is " + state + ", and whileWaiting is keep");
    } else if (wish.isServedBy(release)) {
      found.add(name + ", made from this same state, is " + state);
    }
  }

  private static void missingInputs(ProductFacts facts, Wish wish, List<String> found) {
    Set<DatasetName> read = new TreeSet<>();
    facts.product().datasets().stream()
        .filter(d -> wish.datasets().containsKey(d.name()))
        .forEach(d -> read.addAll(d.inputs()));
    for (DatasetName name : read) {
      Input input = facts.inputs().get(name);
      if (input != null && input.state().isEmpty()) {
        found.add(name + " does not exist yet");
      }
    }
  }

  /** Inputs whose promoted contract is of a major that a dataset to be built does not accept. */
  private static void otherMajors(ProductFacts facts, Wish wish, List<String> found) {
    for (Dataset dataset : facts.product().inOrder()) {
      if (wish.datasets().containsKey(dataset.name())) {
        new TreeMap<>(dataset.accepts())
            .forEach((input, majors) -> otherMajor(facts, dataset, input, majors, found));
      }
    }
  }

  private static void otherMajor(
      ProductFacts facts, Dataset dataset, DatasetName name, Majors accepted, List<String> found) {
    Input input = facts.inputs().get(name);
    if (input == null || input.state().isEmpty()) {
      return;
    }
    Optional<Version> version = input.version();
    if (version.filter(accepted::contains).isEmpty()) {
      found.add(
          dataset.name()
              + " reads "
              + name
              + "@"
              + accepted
              + ", but "
              + version
                  .map(v -> "version " + v + " of its contract is promoted")
                  .orElse("it was promoted without a contract"));
    }
  }

  private static void missingParameters(ProductFacts facts, Wish wish, List<String> found) {
    for (Map.Entry<String, Parameter> entry : facts.product().parameters().entrySet()) {
      if (!entry.getValue().optional() && !wish.parameters().containsKey(entry.getKey())) {
        found.add(
            "the parameter "
                + entry.getKey()
                + " is required: headgate build "
                + facts.product().name()
                + " --param "
                + entry.getKey()
                + "=…");
      }
    }
  }
}
