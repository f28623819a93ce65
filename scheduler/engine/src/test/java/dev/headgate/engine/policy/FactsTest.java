package dev.headgate.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Compatibility;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.LogicalType;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.Version;
import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Descriptor;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.spi.PolicyFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;

/** The facts that conditions are given. */
class FactsTest {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
  private static final DatasetName ORDERS = DatasetName.parse("sales.orders");

  @Test
  void areAllThereAndOfTheirTypes() {
    Map<String, Object> facts = given(complete(), Scope.DATASET);

    assertThat(facts.keySet()).isEqualTo(PolicyFacts.VARIABLES.keySet());
    List<String> wrong = new ArrayList<>();
    PolicyFacts.VARIABLES.forEach((name, type) -> compare(name, type, facts.get(name), wrong));
    assertThat(wrong).isEmpty();
  }

  @Test
  void tellWhatIsDeclared() {
    Map<String, Object> facts = given(complete(), Scope.DATASET);

    assertStruct(facts, "product")
        .containsEntry("name", "sales.shop")
        .containsEntry("domain", "sales")
        .containsEntry("owners", List.of("cleo"))
        .containsEntry("description", "Who bought what")
        .containsEntry("status", "active")
        .containsEntry("version", "1.0.0")
        .containsEntry("tags", List.of("public"))
        .containsEntry("approvals", 2L)
        .containsEntry("properties", Map.of("tier", "gold", "level", "3"));
    assertStruct(facts, "dataset")
        .containsEntry("name", "sales.orders")
        .containsEntry("inputs", List.of("raw.orders"))
        .containsEntry("job", "fake")
        .containsEntry("checks", 1L)
        .containsEntry("consumers", List.of("reports.monthly", "reports.weekly"));
    assertStruct(facts, "contract")
        .containsEntry("version", "2.1.0")
        .containsEntry("major", 2L)
        .containsEntry("status", "deprecated")
        .containsEntry("sunset", Instant.parse("2027-01-31T00:00:00Z"))
        .containsEntry(
            "serviceLevels",
            List.of(
                Map.of("property", "endOfLife", "value", "2027-01-31"),
                Map.of("property", "mood", "value", "good")));
  }

  @Test
  void fieldsOfColumnsAreColumns() {
    Map<?, ?> contract = (Map<?, ?>) given(complete(), Scope.DATASET).get("contract");

    assertThat((List<?>) contract.get("columns"))
        .extracting(c -> ((Map<?, ?>) c).get("name") + " " + ((Map<?, ?>) c).get("type"))
        .containsExactly("buyer object", "buyer.email VARCHAR(80)");
  }

  @Test
  void tellWhatIsJudged() {
    Map<String, Object> facts = given(complete(), Scope.RELEASE);

    assertThat(facts).doesNotContainKeys("dataset", "contract");
    assertStruct(facts, "release")
        .isEqualTo(
            Map.of(
                "id",
                7L,
                "kind",
                "build",
                "requestedBy",
                "ana",
                "parameters",
                Map.of("day", "2026-06-30"),
                "first",
                false));
    assertStruct(facts, "verdict")
        .containsEntry("passed", false)
        .containsEntry("failed", 1L)
        .containsEntry("warnings", 1L)
        .containsEntry("waived", 1L);
    assertThat(((List<?>) facts.get("changes")).get(0))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("dataset", "sales.orders"),
                Map.entry("kind", "changed"),
                Map.entry("rowsBefore", 200L),
                Map.entry("rows", 150L),
                Map.entry("rowsChangedPercent", -25.0),
                Map.entry("columnsAdded", List.of("a")),
                Map.entry("columnsRemoved", List.of("b")),
                Map.entry("columnsRetyped", List.of("c")),
                Map.entry("versionBefore", "1.4.0"),
                Map.entry("version", "2.1.0"),
                Map.entry("change", "major"),
                Map.entry("sideBySide", true),
                Map.entry("unaccepted", List.of("shop.totals"))));
  }

  @Test
  void leaveOutWhatIsNotKnown() {
    Map<String, Object> facts =
        given(Defined.all(Defined.product("sales.shop").dataset("sales.orders")), Scope.DATASET);

    assertThat(facts).doesNotContainKey("contract");
    assertStruct(facts, "dataset").doesNotContainKey("contract");
    assertStruct(facts, "product")
        .doesNotContainKeys("description", "status", "version")
        .containsEntry("owners", List.of("ana", "ben"));
  }

  private static TableChange rows(long before, long after) {
    return new TableChange(
        ORDERS,
        "changed",
        OptionalLong.of(before),
        OptionalLong.of(after),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of());
  }

  @Test
  void aTableThatShrinksHasANegativePercentage() {
    assertThat(ReleaseFacts.change(rows(4, 3))).containsEntry("rowsChangedPercent", -25.0);
    assertThat(ReleaseFacts.change(rows(4, 5))).containsEntry("rowsChangedPercent", 25.0);
  }

  @Test
  void aTableThatGrowsFromNothingHasNoPercentage() {
    assertThat(ReleaseFacts.change(rows(0, 10)))
        .doesNotContainKeys("rowsChangedPercent", "change", "version", "versionBefore");
  }

  /** A fact that is a struct. */
  private static MapAssert<Object, Object> assertStruct(Map<String, Object> facts, String name) {
    return assertThat(new HashMap<>((Map<?, ?>) facts.get(name)));
  }

  private static void compare(String path, PolicyFacts.Type type, Object fact, List<String> wrong) {
    if (fact == null) {
      wrong.add(path + " is missing");
    } else if (type instanceof PolicyFacts.Type.ListOf list) {
      assertThat((List<?>) fact).as(path).isNotEmpty();
      ((List<?>) fact).forEach(item -> compare(path + "[]", list.element(), item, wrong));
    } else if (type instanceof PolicyFacts.Type.MapOf map) {
      ((Map<?, ?>) fact).values().forEach(v -> compare(path + "['']", map.value(), v, wrong));
    } else if (type instanceof PolicyFacts.Type.Struct struct) {
      Map<?, ?> fields = (Map<?, ?>) fact;
      fields.keySet().stream()
          .filter(f -> !struct.fields().containsKey(f))
          .forEach(f -> wrong.add(path + "." + f + " is unknown"));
      struct
          .fields()
          .forEach((name, field) -> compare(path + "." + name, field, fields.get(name), wrong));
    } else {
      Class<?> expected =
          switch ((PolicyFacts.Type.Plain) type) {
            case TEXT -> String.class;
            case WHOLE -> Long.class;
            case DECIMAL -> Double.class;
            case FLAG -> Boolean.class;
            case INSTANT -> Instant.class;
            case DURATION -> Duration.class;
          };
      if (!expected.isInstance(fact)) {
        wrong.add(path + " is a " + fact.getClass());
      }
    }
  }

  /** The facts that a policy of a scope is given about orders. */
  private static Map<String, Object> given(Definitions definitions, Scope scope) {
    Map<String, Object> seen = new HashMap<>();
    Conditions conditions =
        new Conditions(
            name ->
                Optional.of(
                    expression ->
                        facts -> {
                          seen.putAll(facts);
                          return true;
                        }));
    Product product = definitions.products().get(ProductName.parse("sales.shop"));
    Definitions with =
        new Definitions(
            definitions.domains(),
            definitions.products(),
            definitions.descriptors(),
            List.of(Toy.rule("all", scope, "x")),
            Map.of(),
            Map.of());
    Policies.Result result =
        new Policies(conditions)
            .evaluate(with, product, product.datasets(), Optional.of(judging()), NOW);
    assertThat(result.errors()).isEmpty();
    return seen;
  }

  private static Judging judging() {
    Release release =
        new Release(
            7,
            1,
            ProductName.parse("sales.shop"),
            ReleaseKind.BUILD,
            ReleaseState.CHECKING,
            Optional.empty(),
            List.of(),
            "f",
            1,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of(),
            Map.of(),
            Map.of("day", "2026-06-30"),
            "d",
            Optional.empty(),
            Optional.empty(),
            "ana",
            NOW,
            Optional.empty());
    List<Finding> checks =
        List.of(
            finding(Severity.ERROR, Finding.Outcome.FAILED),
            finding(Severity.WARNING, Finding.Outcome.FAILED),
            finding(Severity.ERROR, Finding.Outcome.WAIVED),
            finding(Severity.ERROR, Finding.Outcome.PASSED));
    TableChange change =
        new TableChange(
            ORDERS,
            "changed",
            OptionalLong.of(200),
            OptionalLong.of(150),
            List.of("a"),
            List.of("b"),
            List.of("c"),
            Optional.of(Version.parse("1.4.0")),
            Optional.of(Version.parse("2.1.0")),
            Optional.of("major"),
            true,
            List.of("shop.totals"));
    return new Judging(release, false, checks, List.of(change));
  }

  private static Finding finding(Severity severity, Finding.Outcome outcome) {
    return new Finding(ORDERS, "rowCount", severity, outcome, Origin.PIPELINE, "m");
  }

  private static Definitions complete() {
    Definitions plain =
        Defined.all(
            Defined.product("sales.shop")
                .dataset("sales.orders", t -> t.notBad(), "raw.orders")
                .dataset("sales.totals", "sales.orders")
                .approvals(2, "owners"),
            Defined.product("reports.weekly").dataset("reports.week", "sales.orders"),
            Defined.product("reports.monthly").dataset("reports.month", "sales.orders"));
    ProductName name = ProductName.parse("sales.shop");
    Product shop = plain.products().get(name);
    Dataset orders = shop.dataset(ORDERS).orElseThrow();
    Dataset promised =
        new Dataset(
            orders.name(),
            orders.inputs(),
            orders.accepts(),
            orders.expectations(),
            orders.partitionedBy(),
            orders.job(),
            orders.write(),
            orders.checks(),
            Optional.of(contract()),
            orders.attempts(),
            orders.timeout(),
            orders.digest());
    Map<ProductName, Product> products = new HashMap<>(plain.products());
    products.put(
        name,
        new Product(
            name,
            shop.trigger(),
            shop.parameters(),
            List.of(promised),
            shop.notifications(),
            shop.promotion(),
            shop.digest()));
    Descriptor descriptor =
        new Descriptor(
            "shop",
            Optional.of("1.0.0"),
            "active",
            Optional.of("Who bought what"),
            List.of("cleo"),
            List.of(),
            List.of(),
            List.of("public"),
            Map.of("tier", "gold", "level", 3L, "deep", List.of("x")),
            "shop.odps.yaml");
    return new Definitions(
        plain.domains(), products, Map.of(name, descriptor), List.of(), Map.of(), Map.of());
  }

  private static Contract contract() {
    Column email = column("email", LogicalType.STRING, Optional.of("VARCHAR(80)"), List.of());
    Column buyer = column("buyer", LogicalType.OBJECT, Optional.empty(), List.of(email));
    return new Contract(
        "orders",
        "orders",
        "orders.odcs.yaml",
        Version.parse("2.1.0"),
        Contract.Status.DEPRECATED,
        Optional.of("One row for each order"),
        List.of(buyer),
        List.of(),
        List.of(),
        List.of(
            level(ServiceLevel.Kind.END_OF_LIFE, "eol", "2027-01-31"),
            level(ServiceLevel.Kind.OTHER, "mood", "good")),
        Compatibility.FULL_TRANSITIVE,
        List.of("cleo"),
        List.of(),
        Map.of("tier", "gold"),
        "digest");
  }

  private static ServiceLevel level(ServiceLevel.Kind kind, String property, String value) {
    return new ServiceLevel(
        kind,
        property,
        value,
        Optional.empty(),
        kind == ServiceLevel.Kind.OTHER ? Optional.empty() : Optional.of(LocalDate.parse(value)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Column column(
      String name, LogicalType type, Optional<String> physical, List<Column> fields) {
    return new Column(
        name,
        Optional.of(type),
        physical,
        true,
        false,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.of("restricted"),
        false,
        Optional.of("said"),
        Map.of(),
        List.of(),
        List.of("customer"),
        fields);
  }
}
