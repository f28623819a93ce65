package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.ProductState;
import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.fake.FakeContracts;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who decides, on what exactly, and that nothing else gets through (invariant 3). */
class ApprovalTest {
  private static final ProductName P = ProductName.parse("analytics.delays");

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
    world.lake.commit(DatasetName.parse("landing.files"), "june");
  }

  private static Defined product(int need, String logic) {
    return Defined.product("analytics.delays")
        .onAnyInput()
        .approvals(need, "owners")
        .dataset("analytics.daily", d -> d.logic(logic).notBad(), "landing.files");
  }

  private Release waiting(int need) {
    world.apply(product(need, ""));
    Release release = world.latest("analytics.delays");
    assertThat(release.state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
    return release;
  }

  private static void refused(ErrorCode code, Runnable what, String... words) {
    assertThatThrownBy(what::run)
        .isInstanceOf(HeadgateException.class)
        .hasMessageContainingAll(words)
        .extracting(e -> ((HeadgateException) e).code())
        .isEqualTo(code);
  }

  @Test
  void asManyDifferentPeopleAsNeededSendItOn() {
    Release release = waiting(2);
    assertThat(release.blockedBy().get(0))
        .startsWith("2 approvals by members of owners (ana, ben, cleo) for digest ");
    assertThat(world.engine.answers.state(P)).isEqualTo(ProductState.AWAITING_APPROVAL);

    world.approve(release.id(), "ben");
    Release still = world.approve(release.id(), "ben");
    assertThat(still.state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
    assertThat(still.blockedBy().get(0)).contains("1 more approval", "approved by ben");
    assertThat(world.main("analytics.daily")).isEmpty();

    assertThat(world.approve(release.id(), "cleo").state()).isEqualTo(ReleaseState.PROMOTED);
    assertThat(world.actions().stream().filter("release.approved"::equals)).hasSize(2);
    assertThat(world.main("analytics.daily")).contains("daily[june]");
  }

  @Test
  void othersAreToldWhoMay() {
    Release release = waiting(1);
    refused(
        ErrorCode.NOT_ALLOWED,
        () -> world.approve(release.id(), "zoe"),
        "zoe",
        "members of owners (ana, ben, cleo)");
    refused(
        ErrorCode.NOT_ALLOWED,
        () -> world.engine.approvals.reject(release.id(), "no", "zoe"),
        "zoe",
        "an owner (ana, ben)");
    assertThat(world.actions()).doesNotContain("release.approved", "release.rejected");
  }

  @Test
  void anApprovalIsForTheDigestThatWasSeen() {
    Release release = waiting(1);
    refused(
        ErrorCode.DIGEST_CHANGED,
        () -> world.engine.approvals.approve(release.id(), Optional.of("another"), "ben"),
        release.digest().orElseThrow(),
        "another");
  }

  @Test
  void onlyWhatWaitsCanBeApprovedOrRejected() {
    Release release = waiting(1);
    world.approve(release.id(), "ben");
    refused(
        ErrorCode.WRONG_STATE, () -> world.approve(release.id(), "ana"), "PROMOTED", "approved");
    refused(
        ErrorCode.WRONG_STATE,
        () -> world.engine.approvals.reject(release.id(), "late", "ana"),
        "PROMOTED",
        "rejected");
  }

  @Test
  void aRejectionIsFinalAndSaysWhy() {
    Release release = waiting(1);
    world.engine.approvals.reject(release.id(), "the numbers look odd", "ana");
    world.wake("analytics.delays");
    Release rejected = world.release(release.id());
    assertThat(rejected.state()).isEqualTo(ReleaseState.REJECTED);
    assertThat(rejected.reason()).contains("rejected by ana: the numbers look odd");
    assertThat(world.releases("analytics.delays")).hasSize(1);
    assertThat(world.lake.openBranches()).isEmpty();
  }

  @Test
  void aChangeOfThePipelineEndsWhatWasApprovedInPart() {
    Release release = waiting(2);
    world.approve(release.id(), "ben");
    world.apply(product(2, "v2"));
    assertThat(world.release(release.id()).state()).isEqualTo(ReleaseState.SUPERSEDED);
    assertThat(world.latest("analytics.delays").id()).isGreaterThan(release.id());
    refused(ErrorCode.WRONG_STATE, () -> world.approve(release.id(), "cleo"), "SUPERSEDED");
  }

  @Test
  void aChangeOfThePipelineAfterTheLastApprovalStopsThePromotion() {
    Release release = waiting(1);
    world.engine.approvals.approve(release.id(), Optional.empty(), "ben");
    Definitions next = Defined.all(product(1, "v2"));
    world.store.transact(tx -> tx.definitions().apply(1, next, "ana"));

    world.wake("analytics.delays");

    assertThat(world.main("analytics.daily")).isEmpty();
    Release stopped = world.release(release.id());
    assertThat(stopped.state()).isEqualTo(ReleaseState.SUPERSEDED);
    assertThat(stopped.reason().orElseThrow()).contains("not the one that it was judged by");
    assertThat(world.latest("analytics.delays").state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
  }

  @Test
  void aChangeOfTheBranchAfterTheLastApprovalStopsThePromotion() {
    Release release = waiting(1);
    world.engine.approvals.approve(release.id(), Optional.empty(), "ben");
    world.lake.freeze(release.warehouse(), "something else was judged");

    world.wake("analytics.delays");

    assertThat(world.main("analytics.daily")).isEmpty();
    assertThat(world.release(release.id()).state()).isEqualTo(ReleaseState.HELD);
  }

  @Test
  void whoLeftTheGroupDoesNotCountAnyMore() {
    Release release = waiting(1);
    world.engine.approvals.approve(release.id(), Optional.empty(), "cleo");
    Definitions holding = world.store.transact(tx -> tx.definitions().current());
    Domain smaller =
        new Domain("analytics", List.of("ana"), Map.of("owners", List.of("ana", "ben")));
    Definitions next =
        new Definitions(Map.of("analytics", smaller), holding.products(), holding.bundle());
    world.store.transact(tx -> tx.definitions().apply(1, next, "ana"));

    world.wake("analytics.delays");

    Release back = world.release(release.id());
    assertThat(back.state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
    assertThat(back.blockedBy().get(0)).contains("1 approval by members of owners (ana, ben)");
    assertThat(world.approve(release.id(), "ben").state()).isEqualTo(ReleaseState.PROMOTED);
  }

  @Test
  void aVerdictOnAnotherDigestDoesNotCount() {
    Release release = waiting(1);
    world.engine.approvals.approve(release.id(), Optional.empty(), "ben");
    world.store.transact(
        tx -> {
          var verdict = tx.releases().verdict(release.id()).orElseThrow();
          tx.releases()
              .addVerdict(
                  new dev.headgate.model.release.Verdict(
                      release.id(),
                      "older",
                      verdict.evidence(),
                      verdict.results(),
                      verdict.at(),
                      verdict.validUntil()));
          return verdict;
        });
    world.wake("analytics.delays");
    assertThat(world.main("analytics.daily")).isEmpty();
    assertThat(world.release(release.id()).state()).isEqualTo(ReleaseState.HELD);
  }

  @Test
  void aContractMayAskForAnApprovalThatThePipelineDoesNot() {
    Contract contract =
        FakeContracts.approvedBy(FakeContracts.of("analytics.daily", "1.0.0", "delay"), "owners");
    world.apply(
        Defined.product("analytics.delays")
            .onAnyInput()
            .dataset("analytics.daily", d -> d.contract(contract), "landing.files"));
    Release release = world.latest("analytics.delays");
    assertThat(release.state()).isEqualTo(ReleaseState.AWAITING_APPROVAL);
    assertThat(release.blockedBy())
        .singleElement()
        .asString()
        .startsWith(
            "1 approval, which a contract asks for, by members of owners (ana, ben, cleo) for digest ");
    refused(
        ErrorCode.NOT_ALLOWED,
        () -> world.engine.approvals.approve(release.id(), Optional.empty(), "dora"),
        "dora");
    assertThat(world.approve(release.id(), "ben").state()).isEqualTo(ReleaseState.PROMOTED);
  }
}
