package dev.headgate.engine.drive;

import static dev.headgate.engine.fake.FakeContracts.column;
import static dev.headgate.engine.fake.FakeServiceLevels.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.fake.FakeContracts;
import dev.headgate.engine.fake.FakeServiceLevels;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.ProductName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What checks and policies are told of the contracts that hold. */
class ToldToJudgesTest {
  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private static Defined orders(Contract now, Contract old) {
    return Defined.product("sales.orders")
        .onAnyInput()
        .dataset("sales.orders", d -> d.contract(now).logic("numbers"), "landing.files")
        .dataset("sales.orders_v1", d -> d.contract(old), "landing.files");
  }

  @Test
  void fieldsThatAreClassifiedAreMaskedWhereverTheyAre() {
    Contract contract =
        FakeContracts.with(
            FakeContracts.of("sales.orders", "1.0.0"),
            List.of(
                column("id", ""),
                column("tier", "public"),
                column("card", "restricted"),
                column("buyer", "", column("email", "restricted"), column("city", "")),
                column("lines", "", column("element", "", column("note", "internal"))),
                column("tags", "", column("key", ""), column("value", "confidential")),
                column("secret", "restricted", column("why", ""))));
    world.apply(
        Defined.product("sales.orders")
            .onAnyInput()
            .dataset("sales.orders", d -> d.contract(contract).notBad(), "landing.files"));
    world.commit("landing.files", "june");
    assertThat(world.plugins.masked())
        .containsExactlyInAnyOrder(
            "card", "buyer.email", "lines.element.note", "tags.value", "secret", "secret.why");
  }

  @Test
  void sideBySideNeedsASunset() {
    assertThat(sideBySide(Contract.Status.DEPRECATED, "2030-01-31")).isEqualTo(true);
  }

  @Test
  void withoutOneTheOldMajorIsNotBesideTheNew() {
    assertThat(sideBySide(Contract.Status.DEPRECATED, "")).isEqualTo(false);
  }

  @Test
  void norIsOneWhoseSunsetHasPassed() {
    assertThat(sideBySide(Contract.Status.DEPRECATED, "2001-01-31")).isEqualTo(false);
  }

  @Test
  void norIsOneThatIsNotDeprecated() {
    assertThat(sideBySide(Contract.Status.ACTIVE, "2030-01-31")).isEqualTo(false);
  }

  @Test
  void whoHasNotAcceptedAMajorIsNamedUntilTheyHave() {
    Defined reader = Defined.product("shop.totals").dataset("shop.totals", "sales.orders");
    apply(orders("1.0.0", "id"), reader);
    world.commit("landing.files", "june");
    assertThat(change("unaccepted")).isEqualTo(List.of());
    apply(orders("2.0.0", "number"), reader);
    world.commit("landing.files", "july");
    assertThat(change("unaccepted")).isEqualTo(List.of("shop.totals"));
    world.engine.acceptances.accept(
        DatasetName.parse("sales.orders"), 2, ProductName.parse("shop.totals"), "ana");
    world.wake("sales.orders");
    assertThat(change("change")).isEqualTo("major");
    assertThat(change("unaccepted")).isEqualTo(List.of());
  }

  private static Defined orders(String version, String column) {
    return Defined.product("sales.orders")
        .onAnyInput()
        .dataset("sales.orders", d -> d.contract(version, column), "landing.files");
  }

  private Object sideBySide(Contract.Status status, String sunset) {
    world.apply(
        Defined.product("sales.orders")
            .onAnyInput()
            .dataset(
                "sales.orders",
                d -> d.contract(FakeContracts.of("sales.orders", "1.0.0", "id")),
                "landing.files"));
    world.commit("landing.files", "june");
    ServiceLevel[] promised =
        sunset.isEmpty()
            ? new ServiceLevel[0]
            : new ServiceLevel[] {on(ServiceLevel.Kind.END_OF_LIFE, sunset)};
    apply(
        orders(
            FakeContracts.of("sales.orders", "2.0.0", "number"),
            FakeServiceLevels.contract("sales.orders_v1", status, promised)));
    return change("sideBySide");
  }

  /** Of the last release that was judged. */
  private Object change(String fact) {
    Map<String, Object> told = world.plugins.told().get(world.plugins.told().size() - 1);
    return ((List<?>) told.get("changes"))
        .stream()
            .map(change -> (Map<?, ?>) change)
            .filter(change -> change.get("dataset").equals("sales.orders"))
            .<Object>map(change -> change.get(fact))
            .findFirst()
            .orElseThrow();
  }

  private void apply(Defined... products) {
    Definitions plain = Defined.all(products);
    PolicyRule rule =
        new PolicyRule(
            "looks", PolicyRule.Scope.RELEASE, Severity.WARNING, "none", "true", "m", "f", 1);
    long revision = world.store.transact(tx -> tx.definitions().revision());
    world.engine.applier.apply(
        revision,
        new Definitions(
            plain.domains(), plain.products(), Map.of(), List.of(rule), Map.of(), plain.bundle()),
        "ana");
    world.settle();
  }
}
