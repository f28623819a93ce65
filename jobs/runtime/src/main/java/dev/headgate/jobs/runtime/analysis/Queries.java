package dev.headgate.jobs.runtime.analysis;

import dev.headgate.jobs.protocol.AnalysisAnswer.Mistake;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExecuteImmediate;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.CompoundPlanStatement;
import org.apache.spark.sql.catalyst.plans.logical.ExecutableDuringAnalysis;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;

/**
 * Tells queries from what does something, by what Spark's parser made of them. To be asked before a
 * plan is analyzed: Spark runs some statements while it analyzes them.
 */
final class Queries {
  private Queries() {}

  /** Why a parsed statement is no query that only reads. */
  static Optional<Mistake> objection(LogicalPlan parsed) {
    AtomicReference<LogicalPlan> found = new AtomicReference<>();
    look(parsed, found);
    return Optional.ofNullable(found.get())
        .map(node -> Analysis.at(node.origin(), "expected a query, found " + words(node)));
  }

  private static void look(LogicalPlan plan, AtomicReference<LogicalPlan> found) {
    Scala.walk(
        plan,
        node -> {
          if (found.get() == null && does(node)) {
            found.set(node);
          } else if (node instanceof UnresolvedWith with) {
            Scala.list(with.cteRelations()).forEach(cte -> look(cte._2(), found));
          }
          return found.get() == null;
        });
  }

  private static boolean does(LogicalPlan node) {
    return node instanceof Command
        || node instanceof ParsedStatement
        || node instanceof CompoundPlanStatement
        || node instanceof ExecutableDuringAnalysis
        || node instanceof UnresolvedExecuteImmediate
        || node instanceof InsertIntoDir
        || node instanceof ScriptTransformation;
  }

  /** {@code InsertIntoStatement} as {@code INSERT INTO}. */
  private static String words(LogicalPlan node) {
    return node.nodeName()
        .replaceAll("^Unresolved|(Statement|Command)$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toUpperCase(Locale.ROOT);
  }
}
