package dev.headgate.engine.fake;

import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.SqlAnalysis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands {@code SELECT a, b FROM x.y [JOIN x.z ON b = c]}: the columns are those of the first
 * table, which must exist on the view or be given. What is in {@code csv} is a file.
 */
public final class FakeSql implements QueryEngine {
  private static final Pattern SELECT =
      Pattern.compile(
          "SELECT (?<columns>[\\w, ]+?)\\s+FROM (?<table>[\\w.`-]+)(?<from>.*)", Pattern.DOTALL);
  private static final Pattern JOIN =
      Pattern.compile("JOIN (?<table>[\\w.`-]+) ON (?<left>\\w+) = (?<right>\\w+)");

  private final FakeLake lake;
  private final List<String> analyzed = new ArrayList<>();
  private Optional<String> failure = Optional.empty();
  private Optional<String> poison = Optional.empty();

  public FakeSql(FakeLake lake) {
    this.lake = lake;
  }

  /** Every statement that was analyzed, in order. */
  public List<String> analyzed() {
    return analyzed;
  }

  /** Fails as a whole wherever a statement or a given column's type has this in it. */
  public void failAt(String text) {
    poison = Optional.of(text);
  }

  public void fail(String message) {
    failure = Optional.of(message);
  }

  @Override
  public Result query(CatalogAccess view, String sql, int maxRows, Duration timeout) {
    throw new PluginException("nothing is run here");
  }

  @Override
  public Optional<Map<String, SqlAnalysis.Statement>> analyze(SqlAnalysis.Request request) {
    if (failure.isPresent()) {
      throw new PluginException(failure.get());
    }
    boolean poisoned =
        poison
            .filter(
                p ->
                    request.statements().values().stream().anyMatch(s -> s.contains(p))
                        || request.schemas().toString().contains(p))
            .isPresent();
    if (poisoned) {
      throw new PluginException("it chokes on " + poison.get());
    }
    Map<String, SqlAnalysis.Statement> found = new LinkedHashMap<>();
    request.statements().forEach((name, sql) -> found.put(name, statement(request, sql)));
    return Optional.of(found);
  }

  private SqlAnalysis.Statement statement(SqlAnalysis.Request request, String sql) {
    analyzed.add(sql);
    Matcher select = SELECT.matcher(sql.strip());
    if (!select.matches()) {
      return wrong("syntax error", Map.of());
    }
    List<String> columns =
        Arrays.stream(select.group("columns").split(",")).map(String::strip).toList();
    if (select.group("table").startsWith("csv.")) {
      List<String> file = List.of(select.group("table"));
      return new SqlAnalysis.Statement(Optional.empty(), Map.of(), file, List.of(), List.of());
    }
    DatasetName table = name(select.group("table"));
    Map<DatasetName, List<String>> inputs = new LinkedHashMap<>();
    inputs.put(table, columns);
    List<SqlAnalysis.Join> joins = new ArrayList<>();
    Matcher join = JOIN.matcher(select.group("from"));
    while (join.find()) {
      DatasetName right = name(join.group("table"));
      inputs.put(right, List.of(join.group("right")));
      joins.add(new SqlAnalysis.Join(table, join.group("left"), right, join.group("right")));
    }
    for (DatasetName input : inputs.keySet()) {
      if (!request.schemas().containsKey(input) && !lake.main().containsKey(input)) {
        return wrong("there is no " + input, inputs);
      }
    }
    return columns.stream()
        .filter(column -> has(request, table).map(c -> !c.contains(column)).orElse(false))
        .findFirst()
        .map(column -> wrong("there is no column " + column, inputs))
        .orElseGet(
            () ->
                new SqlAnalysis.Statement(
                    Optional.empty(), inputs, List.of(), output(request, table, columns), joins));
  }

  /** Only of tables that the request describes. */
  private static List<Column> output(
      SqlAnalysis.Request request, DatasetName table, List<String> columns) {
    return request.schemas().getOrDefault(table, List.of()).stream()
        .filter(column -> columns.contains(column.name()))
        .toList();
  }

  /** The columns of a table; empty where anything goes. */
  private Optional<List<String>> has(SqlAnalysis.Request request, DatasetName table) {
    return Optional.ofNullable(request.schemas().get(table))
        .map(given -> given.stream().map(Column::name).toList())
        .or(
            () ->
                lake.describe(request.view().warehouse(), table)
                    .map(TableDescription::fields)
                    .map(fields -> fields.stream().map(Field::name).toList()));
  }

  private static DatasetName name(String written) {
    return DatasetName.parse(written.replace("`", ""));
  }

  private static SqlAnalysis.Statement wrong(
      String message, Map<DatasetName, List<String>> inputs) {
    return new SqlAnalysis.Statement(
        Optional.of(new SqlAnalysis.Mistake(message, 1, 8)),
        inputs,
        List.of(),
        List.of(),
        List.of());
  }
}
