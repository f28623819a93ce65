package dev.headgate.engine.drive;

import static dev.headgate.engine.fake.FakeContracts.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.fake.FakeContracts;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that is wrong itself: it fails as its severity says, and tells nothing that is secret. */
class BrokenRuleTest {
  private static final String P = "sales.orders";
  private static final String SECRET = "4333333333333333";

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
    world.plugins.queriesBy(
        (view, sql, maxRows, timeout) -> {
          throw new QueryException("[CAST] '" + SECRET + "' is no number", "[CAST]", true, null);
        });
  }

  private Release built(Severity severity, UnaryOperator<Defined.Table> more, Defined... others) {
    CheckSpec rule =
        new CheckSpec("cards", "asks", Map.of("query", "SELECT 1 FROM sales.paid"), severity);
    Defined orders =
        Defined.product(P).onAnyInput().dataset(P, d -> more.apply(d).rule(rule), "landing.files");
    world.apply(others.length == 0 ? new Defined[] {orders} : new Defined[] {orders, others[0]});
    world.commit("landing.files", "june");
    return world.latest(P);
  }

  private Finding finding(Release release) {
    return world.store.transact(
        tx -> tx.releases().verdict(release.id()).orElseThrow().results().get(0));
  }

  @Test
  void aWarningIsShownAndHoldsNothing() {
    Release release = built(Severity.WARNING, d -> d);
    assertThat(release.state()).isEqualTo(ReleaseState.PROMOTED);
    Finding shown = finding(release);
    assertThat(shown.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(shown.message())
        .isEqualTo("could not be evaluated: [CAST] '" + SECRET + "' is no number");
  }

  @Test
  void anErrorHoldsUntilItIsWaived() {
    Release held = built(Severity.ERROR, d -> d);
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.reason().orElseThrow())
        .startsWith("check 'cards' of sales.orders: could not be evaluated: [CAST]");

    world.engine.waivers.waive(
        "cards", P, "known", world.clock.instant().plus(Duration.ofDays(9)), "ana");
    world.wake(P);
    assertThat(world.release(held.id()).state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(finding(held).outcome()).isEqualTo(Outcome.WAIVED);
  }

  @Test
  void whatIsAwayIsNoMistakeOfTheRule() {
    world.plugins.queriesBy(
        (view, sql, maxRows, timeout) -> {
          throw new PluginException("nobody answers");
        });
    Release release = built(Severity.WARNING, d -> d);
    assertThat(release.state()).isEqualTo(ReleaseState.CHECKING);
    world.later(Duration.ofMinutes(1));
    world.later(Duration.ofMinutes(1));
    Release held = world.release(release.id());
    assertThat(held.state()).isEqualTo(ReleaseState.HELD);
    assertThat(held.reason()).contains("it could not be judged");
  }

  @Test
  void whereAColumnIsClassifiedTheMessageQuotesNoValue() {
    Release held =
        built(
            Severity.ERROR,
            d ->
                d.contract(
                    FakeContracts.with(
                        FakeContracts.of(P, "1.0.0"), List.of(column("card", "restricted")))));
    assertThat(held.reason().orElseThrow()).contains("[CAST]").doesNotContain(SECRET);
    assertThat(world.store.audit().toString()).doesNotContain(SECRET);
    assertThat(finding(held).message()).isEqualTo("could not be evaluated: [CAST]");
  }

  @Test
  void norOfAnotherDatasetThatTheRuleReads() {
    Defined paid =
        Defined.product("sales.paid")
            .dataset(
                "sales.paid",
                d ->
                    d.contract(
                        FakeContracts.with(
                            FakeContracts.of("sales.paid", "1.0.0"),
                            List.of(column("card", "restricted")))),
                "landing.files");
    assertThat(finding(built(Severity.WARNING, d -> d, paid)).message()).doesNotContain(SECRET);
  }
}
