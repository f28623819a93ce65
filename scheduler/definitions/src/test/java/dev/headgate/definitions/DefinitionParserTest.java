package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.ParseResult.Invalid;
import dev.headgate.definitions.ParseResult.Parsed;
import dev.headgate.definitions.source.Sources;
import dev.headgate.model.Digests;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.Product.Notification;
import dev.headgate.model.product.Product.Parameter;
import dev.headgate.model.product.Product.ParameterType;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.PromotionPolicy;
import dev.headgate.model.product.PromotionPolicy.WhileWaiting;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.product.WriteMode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every key of the reference, read from the sample definitions. */
class DefinitionParserTest {
  private final Definitions definitions = sample();

  private static Definitions sample() {
    ParseResult result =
        DefinitionParser.parse(Sources.readFolder(Samples.folder("sample")), Samples.EXTENSIONS);
    if (result instanceof Invalid invalid) {
      throw new AssertionError(invalid.problems().toString());
    }
    return ((Parsed) result).definitions();
  }

  private Product product(String name) {
    return definitions.products().get(ProductName.parse(name));
  }

  private Dataset dataset(String product, String dataset) {
    return product(product).dataset(DatasetName.parse(dataset)).orElseThrow();
  }

  @Test
  void readsDomains() {
    assertThat(definitions.domains()).containsOnlyKeys("reference", "operations", "analytics");
    assertThat(definitions.domains().get("analytics").owners()).containsExactly("ana", "ben");
    assertThat(definitions.domains().get("analytics").groups())
        .isEqualTo(Map.of("analytics-owners", List.of("ana", "ben")));
  }

  @Test
  void readsTriggerAndParameters() {
    Product delays = product("analytics.flight-delays");
    assertThat(delays.trigger().any())
        .containsExactly(
            new Trigger.Inputs(false),
            new Trigger.Cron("30 6 * * *", ZoneId.of("America/New_York")));
    assertThat(delays.parameters())
        .isEqualTo(Map.of("day", new Parameter(ParameterType.DATE, true)));
    assertThat(product("analytics.forecast").trigger().any())
        .containsExactly(new Trigger.Cron("0 0 6 ? * MON-FRI", ZoneOffset.UTC));
    assertThat(product("operations.flights").trigger()).isEqualTo(Trigger.MANUAL);
    assertThat(product("operations.flights").parameters().get("from").optional()).isFalse();
  }

  @Test
  void readsDatasets() {
    Dataset daily = dataset("analytics.flight-delays", "analytics.daily_delays");
    assertThat(daily.inputs())
        .containsExactly(
            DatasetName.parse("operations.flights"), DatasetName.parse("reference.airports"));
    assertThat(daily.partitionedBy()).contains("day(flight_date)");
    assertThat(daily.write()).isEqualTo(new WriteMode.OverwritePartitions());
    assertThat(daily.attempts()).isEqualTo(3);
    assertThat(daily.timeout()).isEqualTo(Duration.ofHours(1));
    Dataset scorecard = dataset("analytics.flight-delays", "analytics.airport_scorecard");
    assertThat(scorecard.inputs()).containsExactly(daily.name());
    assertThat(scorecard.write()).isEqualTo(new WriteMode.Merge(List.of("origin")));
    Dataset flights = dataset("operations.flights", "operations.flights");
    assertThat(flights.attempts()).isEqualTo(2);
    assertThat(flights.timeout()).isEqualTo(Duration.ofMinutes(30));
    assertThat(dataset("reference.airports", "reference.airports").write())
        .isEqualTo(new WriteMode.Overwrite());
    Dataset forecast = dataset("analytics.forecast", "analytics.forecast");
    assertThat(forecast.partitionedBy()).contains("month(target), bucket(8, origin), carrier");
    assertThat(dataset("analytics.forecast", "analytics.labels").write())
        .isEqualTo(new WriteMode.Append());
  }

  @Test
  void readsJobsAndBundlesTheirFiles() {
    Dataset daily = dataset("analytics.flight-delays", "analytics.daily_delays");
    String digest = daily.job().files().get("sql/daily_delays.sql");
    assertThat(daily.job().type()).isEqualTo("spark-sql");
    assertThat(daily.job().settings()).isEqualTo(Map.of("file", "sql/daily_delays.sql"));
    assertThat(definitions.bundle().get(digest)).contains("WITH flown AS");
    assertThat(Digests.sha256(definitions.bundle().get(digest).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(digest);
    Dataset flights = dataset("operations.flights", "operations.flights");
    assertThat(flights.job().settings())
        .isEqualTo(
            Map.of(
                "jar",
                "s3a://artifacts/headgate-examples.jar",
                "mainClass",
                "dev.headgate.examples.IngestFlights",
                "args",
                List.of("--format", "csv", "--retries", "3"),
                "conf",
                Map.of("spark.sql.shuffle.partitions", "8", "spark.ui.enabled", "false")));
    assertThat(flights.job().files())
        .isEqualTo(
            Map.of(
                "s3a://artifacts/headgate-examples.jar",
                Digests.sha256("s3a://artifacts/headgate-examples.jar")));
    assertThat(dataset("analytics.forecast", "analytics.forecast").job().isOpen()).isTrue();
    assertThat(dataset("analytics.forecast", "analytics.labels").job().files())
        .containsOnlyKeys("./load.sh");
  }

  @Test
  void readsChecks() {
    List<CheckSpec> flights = dataset("operations.flights", "operations.flights").checks();
    assertThat(flights.get(0))
        .isEqualTo(
            new CheckSpec(
                "nullValues(carrier)",
                "nullValues",
                Map.of(
                    "column", "carrier",
                    "mustBeLessThan", 1L,
                    "unit", "percent",
                    "dimension", "completeness"),
                Severity.WARNING));
    assertThat(flights.get(1).name()).isEqualTo("days-are-complete");
    assertThat(flights.get(1).type()).isEqualTo("sql");
    assertThat(flights.get(1).severity()).isEqualTo(Severity.ERROR);
    assertThat(flights.get(1).settings()).containsOnlyKeys("query", "mustBe", "description");
    assertThat(dataset("analytics.flight-delays", "analytics.daily_delays").checks().get(1))
        .isEqualTo(
            new CheckSpec(
                "duplicateValues(flight_date, origin)",
                "duplicateValues",
                Map.of(
                    "mustBe",
                    0L,
                    "arguments",
                    Map.of("properties", List.of("flight_date", "origin"))),
                Severity.ERROR));
    List<CheckSpec> forecast = dataset("analytics.forecast", "analytics.forecast").checks();
    assertThat(forecast)
        .extracting(CheckSpec::name)
        .containsExactly("rowCount", "enough", "nullValues(origin)", "drift", "sql(origin)");
    assertThat(forecast.get(4).settings()).containsEntry("mustBe", true);
    assertThat(forecast.get(3).settings())
        .isEqualTo(
            Map.of(
                "mustBe", 0L,
                "arguments", Map.of("against", "analytics.daily_delays"),
                "options", Map.of("bins", List.of(1L, new BigDecimal("2.5")), "log", true)));
    assertThat(forecast.get(0).settings())
        .isEqualTo(Map.of("mustBeGreaterOrEqualTo", 10L, "mustBeLessThan", 1000000L));
    assertThat(forecast.get(1).settings())
        .isEqualTo(Map.of("mustNotBeBetween", List.of(0L, new BigDecimal("9.5"))));
  }

  @Test
  void readsNotificationsAndPromotion() {
    Product delays = product("analytics.flight-delays");
    assertThat(delays.notifications())
        .containsExactly(
            new Notification(
                "webhook",
                Map.of("url", "https://hooks.example.org/flights"),
                List.of("held", "awaiting-approval", "promoted")));
    assertThat(delays.promotion())
        .isEqualTo(new PromotionPolicy(1, List.of("analytics-owners"), WhileWaiting.SUPERSEDE));
    assertThat(product("reference.airports").promotion()).isEqualTo(PromotionPolicy.AUTOMATIC);
  }
}
