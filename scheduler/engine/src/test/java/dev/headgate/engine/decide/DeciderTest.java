package dev.headgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product.ParameterType;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.ProductStore.Request.Kind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeciderTest {
  private static Defined delays() {
    return Defined.product("analytics.delays")
        .dataset("analytics.daily", "operations.flights")
        .dataset("analytics.scorecard", "analytics.daily", "reference.airports");
  }

  private static Facts given(Defined product) {
    return Facts.about(product)
        .promotedInput("operations.flights", "f1", 3)
        .source("reference.airports", "a1");
  }

  private static Facts promoted(Defined product) {
    return given(product).asked(Kind.MANUAL, "r0").started(ReleaseState.PROMOTED);
  }

  @Test
  void startsWhatWasNeverBuilt() {
    Decision.Start start = given(delays().onAnyInput()).start();
    assertThat(start.because()).containsExactly("never built before");
    assertThat(start.datasets())
        .containsOnlyKeys(
            DatasetName.parse("analytics.daily"), DatasetName.parse("analytics.scorecard"));
    assertThat(start.requestedBy()).isEqualTo("headgate");
  }

  @Test
  void isUpToDateOncePromoted() {
    assertThat(promoted(delays().onAnyInput()).decide().decision())
        .isInstanceOf(Decision.UpToDate.class);
  }

  @Test
  void waitsForInputsThatDoNotExist() {
    assertThat(given(delays().onAnyInput()).missing("reference.airports").waiting().blockedBy())
        .containsExactly("reference.airports does not exist yet");
  }

  @Test
  void namesThePromotionThatChangedAnInput() {
    Facts facts = promoted(delays().onAnyInput()).promotedInput("operations.flights", "f2", 9);
    assertThat(facts.start().because())
        .containsExactly("operations.flights was promoted (version-9) since release 1");
  }

  @Test
  void buildsOnlyWhatReadsTheChange() {
    Facts facts = promoted(delays().onAnyInput()).source("reference.airports", "a2");
    assertThat(facts.start().datasets()).containsOnlyKeys(DatasetName.parse("analytics.scorecard"));
  }

  @Test
  void buildsWhatIsDownstreamOfAChangeInTheProduct() {
    Facts facts = promoted(delays().onAnyInput()).promotedInput("operations.flights", "f2", 4);
    assertThat(facts.start().datasets()).hasSize(2);
  }

  @Test
  void allInputsMustChangeWhereThePipelineSaysSo() {
    Facts facts = promoted(delays().onAllInputs()).source("reference.airports", "a2");
    assertThat(facts.waiting().blockedBy())
        .containsExactly("operations.flights has not changed since release 1, and all inputs must");
    assertThat(facts.promotedInput("operations.flights", "f2", 4).start().because()).hasSize(2);
  }

  @Test
  void changedCodeStartsAProductThatFollowsItsInputs() {
    Defined changed =
        Defined.product("analytics.delays")
            .onAllInputs()
            .dataset("analytics.daily", d -> d.logic("v2"), "operations.flights")
            .dataset("analytics.scorecard", "analytics.daily", "reference.airports");
    Facts facts = promoted(delays().onAllInputs()).definedAs(changed);
    assertThat(facts.start().because()).containsExactly("the job's settings of daily changed");
  }

  @Test
  void withoutAnInputsConditionStalenessOnlyShows() {
    Facts scheduled = promoted(delays().onCron("0 0 * * *"));
    assertThat(scheduled.decide().decision()).isInstanceOf(Decision.UpToDate.class);
    scheduled.source("reference.airports", "a2");
    assertThat(scheduled.waiting().blockedBy())
        .containsExactly("it starts only when its cron condition fires, or on request");
    assertThat(scheduled.asked(Kind.CRON, "c1").start().because())
        .containsExactly(
            "cron '0 0 * * *' fired at 2001-07-01T11:59:00Z",
            "the source dataset reference.airports changed since release 1");
  }

  @Test
  void whatSomeoneAskedForServesWhoeverNeedsThatState() {
    Facts facts =
        given(delays().onAnyInput())
            .asked(Kind.MANUAL, "r1")
            .started(ReleaseState.AWAITING_APPROVAL);
    assertThat(facts.waiting().blockedBy())
        .containsExactly("release 1, made from this same state, is awaiting approval");
  }

  @Test
  void aProductWithoutTriggerStartsOnlyOnRequest() {
    Facts facts = given(delays());
    assertThat(facts.waiting().because()).containsExactly("never built before");
    assertThat(facts.waiting().blockedBy())
        .containsExactly("it starts only on request: headgate build analytics.delays");
    facts.asked(Kind.MANUAL, "r1");
    assertThat(facts.start().because()).containsExactly("ana asked for it", "never built before");
    assertThat(facts.decide().served()).hasSize(1);
  }

  @Test
  void aRequestBuildsEverythingAlsoWhereNothingIsStale() {
    Facts facts = promoted(delays()).asked(Kind.MANUAL, "r2");
    assertThat(facts.start().datasets()).hasSize(2);
    assertThat(facts.started(ReleaseState.PROMOTED).decide().decision())
        .as("and what it built stays fresh")
        .isInstanceOf(Decision.UpToDate.class);
  }

  @Test
  void twoRequestsAreTwoReleases() {
    Facts facts = promoted(delays()).asked(Kind.MANUAL, "r2");
    String first = facts.start().fingerprint();
    assertThat(facts.nothingAsked().asked(Kind.MANUAL, "r3").start().fingerprint())
        .isNotEqualTo(first);
  }

  @Test
  void parametersDoNotMakeThePromotedStale() {
    Facts facts =
        Facts.about(
                Defined.product("operations.flights")
                    .onCron("30 6 * * *")
                    .parameter("day", ParameterType.DATE, true)
                    .dataset("operations.flights"))
            .asked(Kind.MANUAL, "r1", Map.of("day", "2001-06-30"))
            .started(ReleaseState.PROMOTED);
    assertThat(facts.decide().decision()).isInstanceOf(Decision.UpToDate.class);
  }

  @Test
  void aFiringStartsWhatReadsUndeclared() {
    Facts facts =
        Facts.about(
                Defined.product("operations.flights")
                    .onCron("30 6 * * *")
                    .dataset("operations.flights"))
            .asked(Kind.MANUAL, "r1")
            .started(ReleaseState.PROMOTED)
            .asked(Kind.CRON, "c1");
    assertThat(facts.start().because())
        .containsExactly("cron '30 6 * * *' fired at 2001-07-01T11:59:00Z");
    assertThat(facts.started(ReleaseState.FAILED).decide().decision())
        .as("a firing that was served is over")
        .isInstanceOf(Decision.UpToDate.class);
  }

  @Test
  void aFiringBringsNothingWhereAllIsDeclaredAndFresh() {
    Facts facts = promoted(delays().onCron("0 0 * * *").onAnyInput()).asked(Kind.CRON, "c1");
    Outcome outcome = facts.decide();
    assertThat(outcome.decision()).isInstanceOf(Decision.UpToDate.class);
    assertThat(outcome.served()).hasSize(1);
  }

  @Test
  void oneReleaseIsBuiltAtATime() {
    Facts facts =
        given(delays().onAnyInput())
            .started(ReleaseState.BUILDING)
            .source("reference.airports", "a2");
    assertThat(facts.waiting().blockedBy())
        .containsExactly(
            "release 1 is building; one release of a product is built or judged at a time");
  }

  @Test
  void whatWaitsForPeopleDoesNotStopNewerData() {
    Facts facts = given(delays().onAnyInput()).started(ReleaseState.AWAITING_APPROVAL);
    assertThat(facts.waiting().blockedBy())
        .containsExactly("release 1, made from this same state, is awaiting approval");
    assertThat(facts.source("reference.airports", "a2").start()).isNotNull();
  }

  @Test
  void unlessItIsToBeKept() {
    Facts facts =
        given(delays().onAnyInput().keepingWhatWaits())
            .started(ReleaseState.HELD)
            .source("reference.airports", "a2");
    assertThat(facts.waiting().blockedBy())
        .containsExactly("release 1 is held, and whileWaiting is keep");
  }

  @Test
  void whatEndedBadlyStartsAgainOnlyOnAChangeOrARequest() {
    for (ReleaseState bad :
        new ReleaseState[] {ReleaseState.FAILED, ReleaseState.REJECTED, ReleaseState.CANCELLED}) {
      Facts facts = given(delays().onAnyInput()).started(bad);
      assertThat(facts.waiting().blockedBy().get(0)).contains("for this same state");
      assertThat(facts.source("reference.airports", "a2").start()).isNotNull();
      assertThat(facts.source("reference.airports", "a1").asked(Kind.RETRY, "again").start())
          .isNotNull();
    }
  }

  @Test
  void whatWasSupersededMayStartAgain() {
    assertThat(given(delays().onAnyInput()).started(ReleaseState.SUPERSEDED).start()).isNotNull();
  }

  @Test
  void aPauseStopsAllButRequests() {
    Facts facts = given(delays().onAnyInput()).paused(Optional.empty());
    assertThat(facts.waiting().blockedBy().get(0)).startsWith("it is paused by ben since");
    assertThat(facts.asked(Kind.MANUAL, "r1").start()).isNotNull();
  }

  @Test
  void aPauseForAStateEndsWithThatState() {
    Facts facts = given(delays().onAnyInput());
    String until = Recipe.standing(facts.facts().product(), facts.facts().inputStates());
    facts.paused(Optional.of(until));
    assertThat(facts.decide().decision()).isInstanceOf(Decision.Wait.class);
    assertThat(facts.source("reference.airports", "a2").start()).isNotNull();
  }

  @Test
  void aRequiredParameterCannotBeMadeUp() {
    Defined product = delays().onAnyInput().parameter("day", ParameterType.DATE, false);
    assertThat(given(product).waiting().blockedBy())
        .containsExactly(
            "the parameter day is required: headgate build analytics.delays --param day=…");
  }
}
