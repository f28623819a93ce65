package dev.headgate.engine.decide;

import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Decides what to do about a product. The same facts always give the same outcome. */
public final class Decider {
  private Decider() {}

  /**
   * What to do now. Where a release waits for people or failed and none starts, the sentences begin
   * with it.
   */
  public static Outcome decide(ProductFacts facts, Instant now) {
    return explained(facts, foresee(facts, now));
  }

  private static Outcome explained(ProductFacts facts, Outcome outcome) {
    List<String> because = new ArrayList<>(Waiting.explained(facts));
    if (because.isEmpty()) {
      because.addAll(failed(facts, outcome));
    }
    if (because.isEmpty() || outcome.decision() instanceof Decision.Start) {
      return outcome;
    }
    if (outcome.decision() instanceof Decision.Wait wait) {
      because.addAll(wait.because());
      return new Outcome(new Decision.Wait(because, wait.blockedBy()), outcome.served());
    }
    outcome.decision().because().stream()
        .map(reason -> "nothing newer is to be built: " + reason)
        .forEach(because::add);
    return new Outcome(new Decision.UpToDate(because), outcome.served());
  }

  /** Why the newest release failed, where that is not said already, and where to look. */
  private static List<String> failed(ProductFacts facts, Outcome outcome) {
    return facts
        .latest()
        .filter(r -> r.state() == ReleaseState.FAILED)
        .filter(
            r ->
                !(outcome.decision() instanceof Decision.Wait wait)
                    || !wait.blockedBy().contains(endedSentence(r)))
        .map(
            r ->
                List.of(
                    "release "
                        + r.id()
                        + " failed"
                        + r.reason().map(why -> ": " + why).orElse("")
                        + "; "
                        + whereToLook(r)))
        .orElse(List.of());
  }

  private static String whereToLook(Release failed) {
    return "headgate release show "
        + failed.id()
        + " lists its runs, and headgate logs RUN shows what one wrote";
  }

  /** What to do now, without a word on releases that wait or failed. */
  public static Outcome foresee(ProductFacts facts, Instant now) {
    Staleness stale = Staleness.of(facts);
    Asked asked = Asked.of(facts.product(), facts.pending(), now);
    if (asked.byPerson()) {
      Optional<Wish> wish = Wish.ofPerson(facts, stale, asked);
      if (wish.isPresent()) {
        return mayStart(facts, wish.get(), asked);
      }
    }
    boolean outside = facts.product().datasets().stream().anyMatch(d -> d.job().isOpen());
    if (!outside && !asked.byPerson() && asked.clock().isPresent()) {
      Optional<Wish> wish = Wish.ofClock(facts, stale, asked);
      if (wish.isPresent()) {
        return mayStart(facts, wish.get(), asked);
      }
    }
    if (stale.nothing()) {
      return Outcome.upToDate(List.of(fresh(facts)), asked.served());
    }
    List<String> untriggered =
        outside
            ? List.of("it is written from outside: headgate release open " + facts.product().name())
            : untriggered(facts, stale);
    if (!untriggered.isEmpty()) {
      return Outcome.waiting(stale.because(), untriggered);
    }
    return mayStart(facts, Wish.ofChange(facts, stale), asked);
  }

  /** Whether a pause is over because inputs or code are not what it was to last for. */
  public static boolean pauseHasEnded(ProductFacts facts) {
    return Hindrances.hasEnded(facts);
  }

  private static Outcome mayStart(ProductFacts facts, Wish wish, Asked asked) {
    List<String> hindrances = Hindrances.of(facts, wish);
    Optional<Release> ended = endedForTheSame(facts, wish);
    if (ended.isPresent()) {
      List<String> blockedBy = new ArrayList<>(List.of(endedSentence(ended.get())));
      blockedBy.addAll(hindrances);
      return Outcome.waiting(wish.because(), blockedBy);
    }
    if (!hindrances.isEmpty()) {
      return Outcome.waiting(wish.because(), hindrances);
    }
    Map<DatasetName, String> datasets = new TreeMap<>();
    wish.datasets().forEach((name, fingerprint) -> datasets.put(name, fingerprint.toString()));
    return Outcome.start(
        new Decision.Start(
            wish.because(),
            wish.fingerprint().toString(),
            datasets,
            facts.inputStates(),
            wish.parameters(),
            wish.requestedBy()),
        asked.served());
  }

  private static Optional<Release> endedForTheSame(ProductFacts facts, Wish wish) {
    return facts
        .latest()
        .filter(
            r ->
                r.state() == ReleaseState.FAILED
                    || r.state() == ReleaseState.REJECTED
                    || r.state() == ReleaseState.CANCELLED)
        .filter(wish::isServedBy);
  }

  private static String endedSentence(Release release) {
    String how =
        switch (release.state()) {
          case FAILED -> "failed";
          case REJECTED -> "was rejected";
          case CANCELLED -> "was cancelled";
          case PLANNED,
              BUILDING,
              CHECKING,
              HELD,
              AWAITING_APPROVAL,
              PROMOTING,
              PROMOTED,
              SUPERSEDED ->
              throw new IllegalArgumentException("did not end so: " + release.state());
        };
    return "release "
        + release.id()
        + " for this same state "
        + how
        + release.reason().map(reason -> " (" + reason + ")").orElse("")
        + "; only a change or a request starts another: headgate release retry "
        + release.id()
        + (release.state() == ReleaseState.FAILED ? "; " + whereToLook(release) : "");
  }

  /** Why what is stale is not built by itself; empty if it is. */
  private static List<String> untriggered(ProductFacts facts, Staleness stale) {
    List<Trigger.Inputs> onInputs =
        facts.product().trigger().any().stream()
            .filter(c -> c instanceof Trigger.Inputs)
            .map(c -> (Trigger.Inputs) c)
            .toList();
    if (onInputs.isEmpty()) {
      return facts.product().trigger().any().isEmpty()
          ? List.of("it starts only on request: headgate build " + facts.product().name())
          : List.of("it starts only when its cron condition fires, or on request");
    }
    boolean any = onInputs.stream().anyMatch(c -> !c.all());
    if (any || stale.apartFromInputs()) {
      return List.of();
    }
    return facts.inputs().keySet().stream()
        .filter(name -> !stale.changedInputs().contains(name))
        .sorted()
        .map(name -> name + " has not changed since " + since(facts) + ", and all inputs must")
        .toList();
  }

  private static String since(ProductFacts facts) {
    return facts.current().map(r -> "release " + r.id()).orElse("the beginning");
  }

  private static String fresh(ProductFacts facts) {
    return facts
        .current()
        .map(
            r ->
                "what release "
                    + r.id()
                    + " promoted (version-"
                    + r.lakeVersion().orElse(0L)
                    + ") is what its definition and inputs give")
        .orElse("it has no datasets");
  }
}
