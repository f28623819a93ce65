package dev.headgate.jobs.runtime.analysis;

import dev.headgate.jobs.protocol.AnalysisAnswer;
import dev.headgate.jobs.protocol.AnalysisAnswer.Mistake;
import dev.headgate.jobs.protocol.AnalysisAnswer.Statement;
import dev.headgate.jobs.protocol.AnalysisRequest;
import dev.headgate.jobs.protocol.AnalysisRequest.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.Origin;
import org.apache.spark.sql.classic.SparkSession;
import scala.Option;

/** Parses and analyzes the statements of one request in one session. */
final class Analysis {
  private final SparkSession session;
  private final AnalysisRequest request;
  private final Inputs inputs;

  Analysis(SparkSession session, AnalysisRequest request) {
    this.session = session;
    this.request = request;
    this.inputs = new Inputs(session, request.schemas());
  }

  /** Fails where Spark or the lake does, and where the reading thread is interrupted. */
  AnalysisAnswer answer() {
    Map<String, Statement> statements = new LinkedHashMap<>();
    request
        .statements()
        .forEach(
            (name, sql) -> {
              if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the analysis was interrupted");
              }
              statements.put(name, statement(sql));
            });
    return new AnalysisAnswer(statements);
  }

  private Statement statement(String sql) {
    Inputs.Found found = new Inputs.Found();
    try {
      LogicalPlan parsed = session.sessionState().sqlParser().parsePlan(sql);
      Optional<Mistake> refused = Queries.objection(parsed);
      if (refused.isPresent()) {
        return failed(refused.get(), found);
      }
      LogicalPlan marked = inputs.mark(parsed, found);
      LogicalPlan analyzed =
          session
              .sessionState()
              .analyzer()
              .executeAndCheck(marked, new QueryPlanningTracker(Option.empty()));
      // A server of the site's own need not have it as an extension.
      Optional<AnalysisException> foreign = ForeignCode.objection(analyzed);
      if (foreign.isPresent()) {
        throw foreign.get();
      }
      return good(analyzed, found);
    } catch (Exception e) {
      return failed(mistake(e), found);
    }
  }

  private static Statement good(LogicalPlan plan, Inputs.Found found) {
    Lineage lineage = new Lineage(plan);
    Map<String, List<String>> inputs = new LinkedHashMap<>(found.datasets());
    inputs.putAll(ColumnsUsed.of(plan, lineage));
    List<Field> output =
        Scala.list(plan.output()).stream()
            .map(column -> new Field(column.name(), column.dataType().catalogString()))
            .toList();
    return new Statement(
        Optional.empty(), inputs, List.copyOf(found.foreign()), output, Joins.of(plan, lineage));
  }

  private static Statement failed(Mistake mistake, Inputs.Found found) {
    return new Statement(
        Optional.of(mistake), found.datasets(), List.copyOf(found.foreign()), List.of(), List.of());
  }

  /** What the statement has to do with it; throws what it has nothing to do with. */
  private static Mistake mistake(Exception thrown) {
    String message = String.valueOf(thrown.getMessage());
    if (thrown instanceof AnalysisException wrong) {
      return at(wrong.origin(), message);
    } else if (thrown instanceof IllegalArgumentException
        || thrown instanceof ValidationException
        || (thrown instanceof SparkThrowable known && isOurs(known.getSqlState()))) {
      return new Mistake(message, 0, 0);
    } else if (thrown instanceof RuntimeException other) {
      throw other;
    }
    throw new IllegalStateException(thrown);
  }

  /** Whether a state of SQL is the statement's fault; {@code XX} is Spark's own. */
  private static boolean isOurs(String sqlState) {
    return sqlState != null && !sqlState.startsWith("XX");
  }

  static Mistake at(Origin origin, String message) {
    int line = Scala.number(origin.line(), 0);
    int column = line == 0 ? 0 : Scala.number(origin.startPosition(), -1) + 1;
    return new Mistake(message, line, column);
  }
}
