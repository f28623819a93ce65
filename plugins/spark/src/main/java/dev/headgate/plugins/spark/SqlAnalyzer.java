package dev.headgate.plugins.spark;

import dev.headgate.jobs.protocol.AnalysisAnswer;
import dev.headgate.jobs.protocol.AnalysisRequest;
import dev.headgate.jobs.protocol.AnalysisRequest.Field;
import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.SqlAnalysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a Spark Connect server what it makes of statements; see {@link AnalysisRequest}. */
final class SqlAnalyzer {
  private static final Logger LOG = LoggerFactory.getLogger(SqlAnalyzer.class);

  /** In Spark's message; the condition is lost on the way to the client. */
  private static final String NO_SUCH_SOURCE = "[DATA_SOURCE_NOT_FOUND]";

  /** Where Spark's parser says that it is: in its own text. */
  private static final Pattern PLACE =
      Pattern.compile("[;\\s]*(\\(line \\d+, pos(ition)? \\d+\\)|line \\d+ pos \\d+)$");

  private final String source;
  private final AtomicBoolean told = new AtomicBoolean();

  SqlAnalyzer() {
    this(AnalysisRequest.SOURCE);
  }

  SqlAnalyzer(String source) {
    this.source = source;
  }

  /** Empty where the server is another's and does not have the class that answers. */
  Optional<Map<String, SqlAnalysis.Statement>> analyze(
      SparkSession spark, SqlAnalysis.Request request) throws Exception {
    Map<String, BoundSql> bound = new LinkedHashMap<>();
    request
        .statements()
        .forEach((name, sql) -> bound.put(name, BoundSql.toLookAt(sql, request.parameters())));
    String json;
    try {
      json =
          spark
              .read()
              .format(source)
              .option(AnalysisRequest.OPTION, asked(bound, request).toJson())
              .load()
              .collectAsList()
              .get(0)
              .getString(0);
    } catch (Exception e) { // Scala's clients throw checked ones, too
      String message = String.valueOf(e.getMessage());
      if (message.contains(NO_SUCH_SOURCE) && message.contains(source)) {
        tellOnce();
        return Optional.empty();
      }
      throw e;
    }
    Map<String, SqlAnalysis.Statement> statements = new LinkedHashMap<>();
    AnalysisAnswer.parse(json)
        .statements()
        .forEach((name, found) -> statements.put(name, statement(found, bound.get(name))));
    return Optional.of(statements);
  }

  private void tellOnce() {
    if (told.compareAndSet(false, true)) {
      LOG.warn(
          "SQL is not analyzed: the Spark Connect server has no {}; put Headgate's job runtime on"
              + " its class path",
          source);
    }
  }

  private static AnalysisRequest asked(Map<String, BoundSql> bound, SqlAnalysis.Request request) {
    Map<String, String> statements = new LinkedHashMap<>();
    bound.forEach((name, sql) -> statements.put(name, sql.text()));
    Map<String, List<Field>> schemas = new LinkedHashMap<>();
    request
        .schemas()
        .forEach(
            (dataset, columns) ->
                schemas.put(
                    dataset.toString(),
                    columns.stream().map(c -> new Field(c.name(), c.type())).toList()));
    return new AnalysisRequest(statements, schemas);
  }

  private static SqlAnalysis.Statement statement(AnalysisAnswer.Statement found, BoundSql sql) {
    Map<DatasetName, List<String>> inputs = new LinkedHashMap<>();
    List<String> foreign = new ArrayList<>(found.foreign());
    found
        .inputs()
        .forEach(
            (name, columns) ->
                DatasetName.tryParse(name)
                    .ifPresentOrElse(
                        dataset -> inputs.put(dataset, columns), () -> foreign.add(name)));
    return new SqlAnalysis.Statement(
        found.mistake().map(mistake -> mistake(mistake, sql)),
        inputs,
        foreign,
        found.output().stream().map(f -> new QueryEngine.Column(f.name(), f.type())).toList(),
        found.joins().stream()
            .filter(join -> !foreign.contains(join.left()) && !foreign.contains(join.right()))
            .map(SqlAnalyzer::join)
            .toList());
  }

  private static SqlAnalysis.Join join(AnalysisAnswer.Join join) {
    return new SqlAnalysis.Join(
        DatasetName.parse(join.left()),
        join.leftColumn(),
        DatasetName.parse(join.right()),
        join.rightColumn());
  }

  private static SqlAnalysis.Mistake mistake(AnalysisAnswer.Mistake mistake, BoundSql sql) {
    String message = PLACE.matcher(SparkFailure.shortened(mistake.message())).replaceFirst("");
    if (mistake.line() < 1 || mistake.column() < 1) {
      return new SqlAnalysis.Mistake(message, 0, 0);
    }
    BoundSql.Place place = sql.place(mistake.line(), mistake.column());
    return new SqlAnalysis.Mistake(message, place.line(), place.column());
  }
}
