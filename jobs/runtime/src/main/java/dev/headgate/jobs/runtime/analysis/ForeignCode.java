package dev.headgate.jobs.runtime.analysis;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.trees.Origin;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Refuses SQL that calls code beside Spark's own functions: methods of Java classes ({@code
 * reflect}, {@code java_method}, {@code try_reflect}) and scripts ({@code TRANSFORM … USING}). As
 * an extension ({@code spark.sql.extensions}) it holds for all that a server analyzes, views and
 * subqueries too: rules, queries and jobs of all products share one process, and who reads may not
 * end it.
 */
public final class ForeignCode extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  private static final String SQL_STATE = "0A000";

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectCheckRule(
        session ->
            plan -> {
              Optional<AnalysisException> objection = objection(plan);
              if (objection.isPresent()) {
                throw ForeignCode.<RuntimeException>unchecked(objection.get());
              }
              return BoxedUnit.UNIT;
            });
    return BoxedUnit.UNIT;
  }

  /** What Spark's own analyzer would throw, with the place in the statement. */
  static Optional<AnalysisException> objection(LogicalPlan analyzed) {
    AtomicReference<AnalysisException> found = new AtomicReference<>();
    Scala.walk(
        analyzed,
        node -> {
          if (found.get() == null) {
            found.set(objectionTo(node));
          }
          return found.get() == null;
        });
    return Optional.ofNullable(found.get());
  }

  private static AnalysisException objectionTo(LogicalPlan node) {
    if (node instanceof ScriptTransformation) {
      return refused(node.origin(), "a script");
    }
    return Scala.list(node.expressions()).stream()
        .flatMap(expression -> call(expression).stream())
        .findFirst()
        .map(call -> refused(call.origin(), "a method of a Java class"))
        .orElse(null);
  }

  private static Optional<Expression> call(Expression expression) {
    return expression instanceof CallMethodViaReflection
        ? Optional.of(expression)
        : Scala.list(expression.children()).stream()
            .flatMap(child -> call(child).stream())
            .findFirst();
  }

  /** Rules of Scala throw what is checked in Java. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> E unchecked(Exception thrown) throws E {
    throw (E) thrown;
  }

  private static AnalysisException refused(Origin origin, String what) {
    return new AnalysisException(
        "it calls " + what + ": expected only functions of SQL",
        origin.line(),
        origin.startPosition(),
        Option.empty(),
        Option.empty(),
        Map$.MODULE$.empty(),
        origin.getQueryContext(),
        Option.empty(),
        Option.apply(SQL_STATE));
  }
}
