package dev.headgate.plugins.checks;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.Check;
import dev.headgate.spi.Plugin;
import dev.headgate.spi.PluginContext;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** A database with a dataset {@code lake.flights}, and its rules. */
final class Scene implements AutoCloseable {
  static final Plugin PLUGIN = ServiceLoader.load(Plugin.class).findFirst().orElseThrow();
  static final Instant NOW = Instant.parse("2001-07-01T12:00:00Z");

  final JdbcQueries queries;
  private final Check check =
      PLUGIN.checks().get(0).create(new PluginContext(Map.of(), Path.of("."), Path.of(".")));
  private String dataset = "lake.flights";
  private Optional<TableDescription> table = Optional.empty();
  private Optional<String> base = Optional.empty();
  private Map<String, BigDecimal> earlier = Map.of();
  private Set<String> masked = Set.of();
  private Duration timeout = Duration.ofSeconds(30);

  /** With what the statements make. */
  Scene(String... statements) throws SQLException {
    queries = new JdbcQueries();
    queries.execute("CREATE SCHEMA `lake`");
    queries.execute(statements);
  }

  Scene dataset(String name) {
    dataset = name;
    return this;
  }

  Scene table(TableDescription description) {
    table = Optional.of(description);
    return this;
  }

  /** The state before is another table. */
  Scene base(String name) {
    base = Optional.of(name);
    return this;
  }

  Scene earlier(Map<String, BigDecimal> values) {
    earlier = values;
    return this;
  }

  Scene masked(String... columns) {
    masked = Set.of(columns);
    return this;
  }

  Scene timeout(Duration longest) {
    timeout = longest;
    return this;
  }

  /** A rule that is called after its type. */
  static CheckSpec rule(String type, Map<String, Object> settings) {
    return rule(type, type, settings);
  }

  static CheckSpec rule(String name, String type, Map<String, Object> settings) {
    return new CheckSpec(name, type, new HashMap<>(settings), CheckSpec.Severity.ERROR);
  }

  /** An {@code invalidValues} or other rule on a column, of which no row may break it. */
  static CheckSpec none(String type, String column, Map<String, Object> arguments) {
    return rule(type, Map.of("column", column, "arguments", arguments, "mustBe", 0L));
  }

  List<Check.Result> evaluate(List<CheckSpec> rules) throws InterruptedException {
    return check.evaluate(
        new Check.Request(
            DatasetName.parse(dataset),
            rules,
            new CatalogAccess("http://127.0.0.1/iceberg", "release-1", "t"),
            queries,
            table,
            base,
            earlier,
            masked,
            NOW,
            timeout));
  }

  List<Check.Result> evaluate(CheckSpec... rules) throws InterruptedException {
    return evaluate(List.of(rules));
  }

  Check.Result one(CheckSpec rule) throws InterruptedException {
    return evaluate(rule).get(0);
  }

  Check.Result one(String type, Map<String, Object> settings) throws InterruptedException {
    return one(rule(type, settings));
  }

  /** What was measured; fails where it could not be. */
  Check.Result.Measured measured(CheckSpec rule) throws InterruptedException {
    Check.Result result = one(rule);
    if (result instanceof Check.Result.Measured measured) {
      return measured;
    }
    throw new AssertionError(result);
  }

  Check.Result.Measured measured(String type, Map<String, Object> settings)
      throws InterruptedException {
    return measured(rule(type, settings));
  }

  /** Why a rule could not be evaluated. */
  String broken(String type, Map<String, Object> settings) throws InterruptedException {
    Check.Result result = one(type, settings);
    if (result instanceof Check.Result.Broken broken) {
      return broken.message();
    }
    throw new AssertionError(result);
  }

  /** Which values are left when one is taken. */
  static Map<String, BigDecimal> with(Map<String, BigDecimal> values, String name, long value) {
    Map<String, BigDecimal> all = new HashMap<>(values);
    all.put(name, BigDecimal.valueOf(value));
    return all;
  }

  /** The queries that were asked since. */
  List<String> asked() {
    List<String> asked = new ArrayList<>(queries.asked());
    queries.asked().clear();
    return asked;
  }

  @Override
  public void close() {
    queries.close();
  }
}
