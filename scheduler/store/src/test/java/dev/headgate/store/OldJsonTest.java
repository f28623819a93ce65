package dev.headgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.release.Verdict;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was written before there were contracts, policies and waivers, word for word. */
class OldJsonTest {
  private static final String VERDICT =
      """
      {"release":4,"digest":"d-1","results":[
        {"dataset":"analytics.daily_delays","check":"rows","severity":"ERROR","passed":false,
         "measured":"6","message":"rowCount is 6, expected more than 1000"},
        {"dataset":"analytics.daily_delays","check":"late","severity":"WARNING","passed":false,
         "measured":null,"message":"nothing to measure"},
        {"dataset":"analytics.daily_delays","check":"ids","severity":"ERROR","passed":true,
         "measured":"0","message":"duplicateValues is 0, expected 0"}],
       "at":"2001-06-30T12:00:00.123456Z"}
      """;

  private static final String PRODUCT =
      """
      {"name":"analytics.flight-delays",
       "trigger":{"any":[{"type":"inputs","all":false}]},
       "parameters":{},
       "datasets":[{"name":"analytics.daily_delays","inputs":["operations.flights"],
         "partitionedBy":"day(flight_date)",
         "job":{"type":"spark-sql","settings":{"file":"a.sql"},"files":{"a.sql":"5e"}},
         "write":{"type":"overwrite"},
         "checks":[{"name":"rows","type":"rowCount","settings":{"mustBeGreaterThan":0},
                    "severity":"ERROR"}],
         "attempts":3,"timeout":"PT1H","digest":"dd"}],
       "notifications":[],
       "promotion":{"need":1,"from":["owners"],"whileWaiting":"KEEP"},
       "digest":"pd"}
      """;

  private static Verdict verdict() {
    return ModelJson.read(VERDICT, Verdict.class);
  }

  @Test
  void whatHadFailedIsNoPass() {
    assertThat(verdict().passed()).isFalse();
    assertThat(verdict().results())
        .extracting(Finding::rule, Finding::outcome)
        .containsExactly(
            tuple("rows", Outcome.FAILED),
            tuple("late", Outcome.FAILED),
            tuple("ids", Outcome.PASSED));
    assertThat(verdict().results().get(0))
        .isEqualTo(
            new Finding(
                Optional.of(Samples.DAILY),
                "rows",
                Severity.ERROR,
                Outcome.FAILED,
                Origin.PIPELINE,
                Optional.of("6"),
                "rowCount is 6, expected more than 1000",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void anOldVerdictNamesNoEvidenceAndDoesNotEnd() {
    assertThat(verdict())
        .extracting(Verdict::release, Verdict::digest, Verdict::evidence, Verdict::at)
        .containsExactly(4L, "d-1", "", Samples.NOON);
    assertThat(verdict().validUntil()).isEmpty();
  }

  @Test
  void anOldVerdictThatIsWrittenAgainIsTheSame() {
    assertThat(ModelJson.read(ModelJson.write(verdict()), Verdict.class)).isEqualTo(verdict());
  }

  @ParameterizedTest
  @CsvSource({
    "'', FAILED",
    "'\"outcome\":null,', FAILED",
    "'\"passed\":null,', FAILED",
    "'\"passed\":true,', PASSED",
    "'\"passed\":true,\"outcome\":\"FAILED\",', FAILED",
    "'\"outcome\":\"WAIVED\",', WAIVED"
  })
  void aResultPassedOnlyIfItSaysSo(String words, Outcome outcome) {
    String json = "{" + words + "\"rule\":\"rows\",\"severity\":\"ERROR\",\"message\":\"m\"}";

    assertThat(ModelJson.read(json, Finding.class).outcome()).isEqualTo(outcome);
  }

  @Test
  void anOldProductHasNoContractAndAcceptsAnything() {
    Product product = ModelJson.read(PRODUCT, Product.class);
    Dataset dataset = product.datasets().get(0);

    assertThat(product.digest()).isEqualTo("pd");
    assertThat(product.trigger().any()).containsExactly(new Trigger.Inputs(false));
    assertThat(product.promotion().need()).isEqualTo(1);
    assertThat(dataset.job().files()).containsEntry("a.sql", "5e");
    assertThat(dataset.contract()).isEmpty();
    assertThat(dataset.accepts()).isEmpty();
    assertThat(dataset.expectations()).isEmpty();
    assertThat(dataset.partitionedBy()).contains("day(flight_date)");
    assertThat(dataset.checks())
        .containsExactly(
            new CheckSpec(
                "rows",
                "rowCount",
                Map.of("mustBeGreaterThan", 0L),
                Severity.ERROR,
                Origin.PIPELINE));
  }

  @Test
  void anOldPolicyIsOfTheDefinitions() {
    String json =
        """
        {"id":"owned","scope":"PRODUCT","severity":"ERROR","language":"cel","expression":"true",
         "message":"nobody owns it","file":"x.policy.yaml","line":3}
        """;

    assertThat(ModelJson.read(json, PolicyRule.class))
        .isEqualTo(
            new PolicyRule(
                "owned",
                PolicyRule.Scope.PRODUCT,
                Severity.ERROR,
                "cel",
                "true",
                "nobody owns it",
                "x.policy.yaml",
                3));
  }

  @Test
  void oldDefinitionsHavePoliciesOfNoKind() {
    String json =
        """
        {"domains":{"analytics":{"name":"analytics","owners":["ana"],"groups":{}}},
         "products":{"analytics.flight-delays":PRODUCT},"files":["5e"]}
        """
            .replace("PRODUCT", PRODUCT);

    Definitions definitions =
        ModelJson.read(json, JdbcDefinitions.Document.class).definitions(Map.of("5e", "select 1"));

    assertThat(definitions.products()).containsOnlyKeys(Samples.DELAYS);
    assertThat(definitions.domains().get("analytics").owners()).containsExactly("ana");
    assertThat(definitions.descriptors()).isEmpty();
    assertThat(definitions.policies()).isEmpty();
    assertThat(definitions.glossary()).isEmpty();
    assertThat(definitions.bundle()).containsOnlyKeys("5e");
  }
}
