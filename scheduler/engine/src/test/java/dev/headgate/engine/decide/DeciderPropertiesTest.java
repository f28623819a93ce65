package dev.headgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.ProductStore.Request.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every history of a product. */
class DeciderPropertiesTest {
  private static final List<String> EVENTS =
      List.of("flights", "airports", "code", "ask", "cron", "retry", "nothing");

  @Provide
  Arbitrary<List<String>> histories() {
    return Arbitraries.of(EVENTS).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<ReleaseState> ends() {
    return Arbitraries.of(
        ReleaseState.PROMOTED,
        ReleaseState.FAILED,
        ReleaseState.REJECTED,
        ReleaseState.CANCELLED,
        ReleaseState.HELD,
        ReleaseState.AWAITING_APPROVAL,
        ReleaseState.BUILDING);
  }

  @Property(tries = 400)
  void theSameFactsGiveTheSameDecision(
      @ForAll("histories") List<String> history,
      @ForAll("ends") ReleaseState end,
      @ForAll @IntRange(max = 2) int trigger) {
    Facts one = play(history, end, trigger, new HashSet<>());
    Facts other = play(history, end, trigger, new HashSet<>());
    assertThat(one.decide()).isEqualTo(other.decide());
    assertThat(one.decide()).isEqualTo(one.decide());
  }

  @Property(tries = 400)
  void noTwoStartsForOneFingerprintThatIsLiveOrPromoted(
      @ForAll("histories") List<String> history,
      @ForAll("ends") ReleaseState end,
      @ForAll @IntRange(max = 2) int trigger) {
    Set<String> started = new HashSet<>();
    play(history, end, trigger, started);
  }

  @Property(tries = 400)
  void aStartIsFollowedByNoStart(
      @ForAll("histories") List<String> history,
      @ForAll("ends") ReleaseState end,
      @ForAll @IntRange(max = 2) int trigger) {
    Facts facts = play(history, end, trigger, new HashSet<>());
    if (facts.decide().decision() instanceof Decision.Start) {
      facts.started(end);
      facts.nothingAsked();
      assertThat(facts.decide().decision()).isNotInstanceOf(Decision.Start.class);
    }
  }

  @Property(tries = 200)
  void whatIsPromotedFromTheseFactsIsUpToDate(
      @ForAll("histories") List<String> history, @ForAll @IntRange(max = 2) int trigger) {
    Facts facts = play(history, ReleaseState.PROMOTED, trigger, new HashSet<>());
    if (facts.decide().decision() instanceof Decision.Start) {
      facts.started(ReleaseState.PROMOTED);
      facts.nothingAsked();
      assertThat(Staleness.of(facts.facts()).nothing())
          .isEqualTo(facts.decide().decision() instanceof Decision.UpToDate);
    }
  }

  /** Starts what is to be started after each event, and lets it end so. */
  private static Facts play(
      List<String> history, ReleaseState end, int trigger, Set<String> started) {
    Facts facts =
        Facts.about(product("v1", trigger))
            .promotedInput("operations.flights", "f0", 1)
            .source("reference.airports", "a0");
    int step = 0;
    for (String event : history) {
      step++;
      happens(facts, event, step, trigger);
      if (facts.decide().decision() instanceof Decision.Start start) {
        assertThat(started.add(start.fingerprint())).as("%s starts %s anew", event, start).isTrue();
        facts.started(end);
      }
    }
    return facts;
  }

  private static void happens(Facts facts, String event, int step, int trigger) {
    switch (event) {
      case "flights" -> facts.promotedInput("operations.flights", "f" + step, step);
      case "airports" -> facts.source("reference.airports", "a" + step);
      case "code" -> facts.definedAs(product("v" + step, trigger));
      case "ask" -> facts.asked(Kind.MANUAL, "ask-" + step);
      case "retry" -> facts.asked(Kind.RETRY, "retry-" + step);
      case "cron" -> facts.asked(Kind.CRON, "cron-" + step);
      case "nothing" -> facts.decide();
      default -> throw new IllegalArgumentException(event);
    }
  }

  private static Defined product(String logic, int trigger) {
    Defined product =
        Defined.product("analytics.delays")
            .dataset("analytics.daily", d -> d.logic(logic), "operations.flights")
            .dataset("analytics.scorecard", "analytics.daily", "reference.airports");
    return switch (trigger) {
      case 0 -> product.onAnyInput();
      case 1 -> product.onAllInputs();
      default -> product.onCron("0 0 * * *");
    };
  }
}
