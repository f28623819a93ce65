package dev.headgate.plugins.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.WriteMode;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Source;
import dev.headgate.plugins.checks.BasicChecksPlugin;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.Check;
import dev.headgate.spi.JobOutcome;
import dev.headgate.spi.PluginContext;
import dev.headgate.spi.QueryEngine;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The SQL of all basic checks, on Spark and Iceberg. */
@ExtendWith(World.Extension.class)
class ChecksIT {
  private static final String NAME = "checks.flights";
  private static final Check CHECK =
      new BasicChecksPlugin()
          .checks()
          .get(0)
          .create(new PluginContext(Map.of(), Path.of("."), Path.of(".")));

  private static final Set<String> SAMPLED =
      Set.of("nulls", "minimum", "duplicateValues", "relationship");

  private final World world;
  private final CatalogAccess view;
  private final List<String> asked = new ArrayList<>();
  private final Map<String, CheckSpec> rules = new LinkedHashMap<>();

  ChecksIT(World world) {
    this.world = world;
    this.view = world.lake.view("checks");
  }

  @Test
  void allRulesRunOnSparkAndTouchedPartitionsAddUp() throws Exception {
    build("range(0, 30)", "date_add(DATE'2001-06-28', CAST(id % 3 AS INT))");
    Table table = world.lake.table("checks", NAME);
    table.manageSnapshots().createTag("published", table.currentSnapshot().snapshotId()).commit();
    rules();
    List<Check.Result> before = evaluate(Optional.empty(), Map.of());
    build("range(100, 103)", "DATE'2001-06-30'");

    List<Check.Result> scanned = evaluate(Optional.empty(), Map.of());
    asked.clear();
    List<Check.Result> added =
        evaluate(
            Optional.of(
                new TableDescription.Change(1, "`day` = DATE '2001-06-30'", List.of("day"), 13)),
            values(before));

    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("rowCount", "23");
    expected.put("nulls", "3");
    expected.put("share of nulls", "13.043478 %");
    expected.put("missing", "6");
    expected.put("pattern", "3");
    expected.put("quotes", "3");
    expected.put("valid texts", "17");
    expected.put("valid flags", "11");
    expected.put("minimum", "1");
    expected.put("maximum", "3");
    expected.put("days", "3");
    expected.put("local", "23");
    expected.put("zoned", "23");
    expected.put("decimals", "11");
    expected.put("floats", "16");
    expected.put("floats listed", "11");
    expected.put("floats up to", "0");
    expected.put("huge bound", "0");
    expected.put("cents", "0");
    expected.put("end of text", "20");
    expected.put("lengths", "20");
    expected.put("email", "23");
    expected.put("items", "2");
    expected.put("properties", "23");
    expected.put("fields", "0");
    expected.put("duplicateValues", "13");
    expected.put("key", "17");
    expected.put("relationship", "4");
    expected.put("sql", "102");
    expected.put("rowCountChange", "-23.333333 %");
    expected.put("nullShareChange", "3.043478");
    expected.put("distributionDrift", "0.117391");
    expected.put("drift of texts", "0.131884");
    expected.put("freshness", "0.5 days");
    assertThat(shown(scanned)).isEqualTo(expected);
    assertThat(shown(added)).isEqualTo(expected);
    assertThat(source(added, "minimum")).isEqualTo(Source.TOUCHED_PARTITIONS);
    assertThat(source(added, "key")).isEqualTo(Source.TOUCHED_PARTITIONS);
    assertThat(source(scanned, "minimum")).isEqualTo(Source.SCAN);
    assertThat(sample(scanned, "minimum").rows()).hasSize(1);
    assertThat(sample(scanned, "minimum").rows().get(0)).startsWith("3", "***", "-1116");
    assertThat(sample(scanned, "duplicateValues").rows()).hasSize(10);
    assertThat(sample(scanned, "duplicateValues").truncated()).isTrue();
    assertThat(sample(scanned, "relationship").rows()).hasSize(4);
  }

  private void rules() {
    rule("rowCount", "rowCount", "mustBe", 0L);
    rule("nulls", "nullValues", "column", "tail");
    rule("share of nulls", "nullValues", "column", "tail", "unit", "percent");
    rule(
        "missing",
        "missingValues",
        "column",
        "tail",
        "arguments",
        Map.of("missingValues", List.of("N0", "N/A")));
    invalid("pattern", "tail", Map.of("pattern", "^N[1-6]\\d?$"));
    invalid("quotes", "tail", Map.of("pattern", "^N[^0'\\\\\"]$"));
    invalid("valid texts", "tail", Map.of("validValues", List.of("N1", "it's \\")));
    invalid("valid flags", "flag", Map.of("validValues", List.of(true)));
    invalid("minimum", "delay", Map.of("minimum", -60L));
    invalid("maximum", "delay", Map.of("exclusiveMaximum", 25L));
    invalid("days", "day", Map.of("maximum", "2001-06-29"));
    invalid("local", "at", Map.of("maximum", "2001-06-30T11:00:00Z"));
    invalid("zoned", "zoned", Map.of("exclusiveMinimum", "2001-06-30T14:00:00+02:00"));
    invalid("decimals", "price", Map.of("multipleOf", 2L));
    invalid("floats", "share", Map.of("multipleOf", 0.5));
    invalid(
        "floats listed", "ratio", Map.of("validValues", List.of(decimal("0.1"), decimal("0.2"))));
    invalid("floats up to", "ratio", Map.of("maximum", decimal("0.2")));
    invalid("huge bound", "share", Map.of("maximum", decimal("1e40")));
    invalid("cents", "cost", Map.of("multipleOf", decimal("0.01")));
    invalid("end of text", "ended", Map.of("pattern", "^N[0-9]$"));
    invalid("lengths", "tail", Map.of("minLength", 3L));
    invalid("email", "address.city", Map.of("format", "email"));
    invalid("items", "items", Map.of("uniqueItems", true, "maxItems", 2L));
    invalid("properties", "attrs", Map.of("required", List.of("x"), "minProperties", 1L));
    invalid("fields", "address", Map.of("required", List.of("city"), "minProperties", 2L));
    rule("duplicateValues", "duplicateValues", "column", "tail");
    rule("key", "duplicateValues", "arguments", Map.of("properties", List.of("day", "flag")));
    rule(
        "relationship",
        "relationship",
        "arguments",
        Map.of("columns", List.of("id"), "dataset", NAME, "properties", List.of("delay")));
    rule("sql", "sql", "query", "SELECT max({property}) FROM {object}", "column", "id");
    rule("rowCountChange", "rowCountChange", "unit", "percent");
    rule("nullShareChange", "nullShareChange", "column", "tail");
    rule("distributionDrift", "distributionDrift", "column", "delay");
    rule("drift of texts", "distributionDrift", "column", "tail");
    rule("freshness", "freshness", "column", "zoned", "unit", "days");
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  private void invalid(String name, String column, Map<String, Object> arguments) {
    rule(name, "invalidValues", "column", column, "arguments", arguments);
  }

  /** One that fails if it is among those of which samples are looked at. */
  private void rule(String name, String type, Object... settings) {
    boolean fails = SAMPLED.contains(name);
    Map<String, Object> all = new HashMap<>();
    all.put(fails ? "mustBe" : "mustBeGreaterThan", fails ? 0L : -1000L);
    for (int i = 0; i < settings.length; i += 2) {
      all.put((String) settings[i], settings[i + 1]);
    }
    rules.put(name, new CheckSpec(name, type, all, CheckSpec.Severity.ERROR));
  }

  private void build(String range, String day) throws InterruptedException {
    JobOutcome outcome =
        world.build(
            view,
            World.dataset(NAME, "day", new WriteMode.OverwritePartitions()),
            "SELECT id, CASE WHEN id % 10 = 0 THEN NULL ELSE concat('N', id % 7) END AS tail,"
                + " CASE WHEN id = 3 THEN -1116 ELSE id % 50 END AS delay, id / 8D AS share,"
                + " CAST(id % 3 / 10D AS FLOAT) AS ratio, 591472.21D + id AS cost,"
                + " CASE WHEN id % 10 > 0 THEN concat('N', id % 7, char(10)) END AS ended,"
                + " CAST(id AS DECIMAL(9,2)) AS price, "
                + day
                + " AS day, TIMESTAMP_NTZ'2001-06-30 12:00:00' AS at,"
                + " TIMESTAMP'2001-06-30 12:00:00Z' AS zoned, array(id, id % 2) AS items,"
                + " map('k', 'v') AS attrs, named_struct('city', 'a@', 'zip', 1) AS address,"
                + " id % 2 = 0 AS flag FROM "
                + range);
    assertThat(outcome).as(outcome.toString()).isInstanceOf(JobOutcome.Succeeded.class);
  }

  private List<Check.Result> evaluate(
      Optional<TableDescription.Change> change, Map<String, BigDecimal> earlier)
      throws InterruptedException {
    List<Field> fields =
        List.of(
            field("id", "long"),
            field("tail", "string"),
            field("delay", "long"),
            field("share", "double"),
            field("ratio", "float"),
            field("cost", "double"),
            field("ended", "string"),
            field("price", "decimal(9, 2)"),
            field("day", "date"),
            field("at", "timestamp"),
            field("zoned", "timestamptz"),
            field("items", "list", field("element", "long")),
            field("attrs", "map", field("key", "string"), field("value", "string")),
            field("address", "struct", field("city", "string"), field("zip", "int")),
            field("flag", "boolean"));
    TableDescription table =
        new TableDescription(
            fields,
            List.of(),
            OptionalLong.empty(),
            Optional.empty(),
            change.isPresent() ? OptionalLong.of(23) : OptionalLong.empty(),
            Map.of(),
            OptionalLong.empty(),
            change.map(c -> new TableDescription.Change(1, c.predicate(), c.columns(), 11)));
    QueryEngine queries =
        (access, sql, maxRows, timeout) -> {
          asked.add(sql);
          return world.queries.query(access, sql, maxRows, timeout);
        };
    return CHECK.evaluate(
        new Check.Request(
            DatasetName.parse(NAME),
            List.copyOf(rules.values()),
            view,
            queries,
            Optional.of(table),
            Optional.of("`checks`.`flights` VERSION AS OF 'published'"),
            earlier,
            Set.of("tail"),
            Instant.parse("2001-07-01T00:00:00Z"),
            Duration.ofMinutes(2)));
  }

  private static Field field(String name, String type, Field... parts) {
    return new Field(name, type, false, List.of(parts));
  }

  private Map<String, String> shown(List<Check.Result> results) {
    Map<String, String> shown = new LinkedHashMap<>();
    List<String> names = List.copyOf(rules.keySet());
    for (int i = 0; i < names.size(); i++) {
      Check.Result result = results.get(i);
      shown.put(
          names.get(i),
          result instanceof Check.Result.Measured measured ? measured.shown() : result.toString());
    }
    return shown;
  }

  private Map<String, BigDecimal> values(List<Check.Result> results) {
    Map<String, BigDecimal> values = new HashMap<>();
    List<String> names = List.copyOf(rules.keySet());
    for (int i = 0; i < names.size(); i++) {
      if (results.get(i) instanceof Check.Result.Measured measured) {
        String name = names.get(i);
        measured.value().ifPresent(value -> values.put(name, value));
      }
    }
    return values;
  }

  private Check.Result.Measured measured(List<Check.Result> results, String name) {
    return (Check.Result.Measured) results.get(List.copyOf(rules.keySet()).indexOf(name));
  }

  private Source source(List<Check.Result> results, String name) {
    return measured(results, name).evidence().source();
  }

  private Finding.Sample sample(List<Check.Result> results, String name) {
    return measured(results, name).sample().orElseThrow();
  }
}
