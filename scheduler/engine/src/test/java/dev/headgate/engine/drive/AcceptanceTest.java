package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer's yes is to what a major says, and counts whenever it is said. */
class AcceptanceTest {
  private static final String ORDERS = "shop.orders";
  private static final DatasetName DATASET = DatasetName.parse(ORDERS);
  private static final ProductName REVENUE = ProductName.parse("bi.revenue");
  private static final ProductName CHURN = ProductName.parse("bi.churn");

  @TempDir Path logs;
  private World world;

  @BeforeEach
  void promoted() {
    world = new World(logs);
    apply("1.0.0", "id", "card", "amount");
    world.commit("landing.files", "june");
    assertThat(world.main(ORDERS)).contains("orders[june]");
  }

  private void apply(String version, String... columns) {
    apply(d -> d.notBad().contract(version, columns));
  }

  private void apply(Consumer<Defined.Table> orders) {
    world.apply(
        Defined.product(ORDERS).onAnyInput().dataset(ORDERS, orders, "landing.files"),
        Defined.product("bi.revenue").dataset("bi.daily", ORDERS),
        Defined.product("bi.churn").dataset("bi.left", ORDERS));
  }

  private void accept(int major, ProductName... consumers) {
    for (ProductName consumer : consumers) {
      world.engine.acceptances.accept(DATASET, major, consumer, "ana");
    }
  }

  private Release latest(ReleaseState state) {
    Release latest = world.latest(ORDERS);
    assertThat(latest.state()).isEqualTo(state);
    return latest;
  }

  @Test
  void aYesIsNoYesToAnotherBreakOfTheSameMajor() {
    apply("2.0.0", "id", "amount");
    accept(2, REVENUE, CHURN);
    apply("2.0.0", "id", "card");
    world.commit("landing.files", "july");
    List<String> blockers = latest(ReleaseState.HELD).blockedBy();
    assertThat(blockers).hasSize(2);
    assertThat(blockers.get(0))
        .contains(
            "has not accepted major 2 as it is now (it accepted it before it was changed): column"
                + " 'amount' is dropped");

    accept(2, REVENUE, CHURN);
    world.wake(ORDERS);
    assertThat(world.main(ORDERS)).contains("orders[july]");
  }

  @Test
  void norIsAYesToItsEndOneToAContractOfThatMajor() {
    apply(d -> {});
    accept(2, REVENUE, CHURN);
    apply("2.0.0", "id");
    world.commit("landing.files", "july");
    assertThat(latest(ReleaseState.HELD).blockedBy()).hasSize(2);
  }

  @Test
  void itHoldsForWhatFollowsWithinThatMajorAlsoAfterARollback() {
    apply("2.0.0", "id", "amount");
    accept(2, REVENUE, CHURN);
    world.commit("landing.files", "july");
    assertThat(world.main(ORDERS)).contains("orders[july]");
    world.rollback(ORDERS);
    assertThat(world.main(ORDERS)).contains("orders[june]");
    apply("2.1.0", "id", "amount", "currency");
    world.commit("landing.files", "august");
    assertThat(world.main(ORDERS)).contains("orders[august]");
  }

  @Test
  void onlyWhatIsAppliedCanBeAccepted() {
    apply("2.0.0", "id", "amount");
    assertThatThrownBy(() -> accept(3, REVENUE))
        .isInstanceOfSatisfying(
            HeadgateException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WRONG_STATE))
        .hasMessage(
            "major 3 of shop.orders cannot be accepted: the contract that is applied is"
                + " shop.orders.odcs.yaml 2.0.0");
    apply(d -> {});
    assertThatThrownBy(() -> accept(3, REVENUE))
        .hasMessage(
            "major 3 of shop.orders cannot be accepted: shop.orders.odcs.yaml 1.0.0 is taken away,"
                + " which is major 2");
  }

  @Test
  void noMajorOfADatasetWithoutAContractCanBeAccepted() {
    world.restart();
    world.apply(
        Defined.product("shop.visits").dataset("shop.visits", "landing.files"),
        Defined.product("bi.revenue").dataset("bi.daily", "shop.visits"));
    assertThatThrownBy(
            () ->
                world.engine.acceptances.accept(
                    DatasetName.parse("shop.visits"), 1, REVENUE, "ana"))
        .hasMessage("major 1 of shop.visits cannot be accepted: it has no contract");
  }

  @Test
  void aYesThatIsSaidWhileItIsJudgedCounts() {
    apply("2.0.0", "id", "amount");
    world.plugins.whileChecking(() -> accept(2, REVENUE, CHURN));
    world.commit("landing.files", "july");
    assertThat(world.main(ORDERS)).contains("orders[july]");
  }

  @Test
  void soDoesTheSecondOfTwoWhileTheFirstHasItJudgedAgain() {
    apply("2.0.0", "id", "amount");
    world.commit("landing.files", "july");
    assertThat(latest(ReleaseState.HELD).blockedBy()).hasSize(2);
    world.plugins.whileChecking(() -> accept(2, CHURN));
    accept(2, REVENUE);
    world.wake(ORDERS);
    assertThat(world.main(ORDERS)).contains("orders[july]");
  }

  @Test
  void whatIsHeldIsJudgedAgainWhereAReadersPipelineAccepts() {
    apply("2.0.0", "id", "amount");
    world.commit("landing.files", "july");
    latest(ReleaseState.HELD);
    world.apply(
        Defined.product(ORDERS)
            .onAnyInput()
            .dataset(ORDERS, d -> d.notBad().contract("2.0.0", "id", "amount"), "landing.files"),
        Defined.product("bi.revenue").dataset("bi.daily", d -> d.accepts(ORDERS, "1-2"), ORDERS));
    assertThat(world.main(ORDERS)).contains("orders[july]");
  }

  @Test
  void aVersionThatIsTooLowNamesTheMajorThatItNeeds() {
    apply("1.0.1", "id", "amount");
    world.commit("landing.files", "july");
    assertThat(latest(ReleaseState.HELD).blockedBy())
        .hasSize(3)
        .anySatisfy(
            blocker ->
                assertThat(blocker)
                    .contains(
                        "bi.revenue reads shop.orders for bi.daily and has not accepted major 2:")
                    .endsWith("its owners can accept that once the contract has such a version"));
  }
}
