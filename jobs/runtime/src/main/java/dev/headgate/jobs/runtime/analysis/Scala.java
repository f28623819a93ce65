package dev.headgate.jobs.runtime.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.Option;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** Spark's plans for Java. */
final class Scala {
  private Scala() {}

  static <T> List<T> list(Seq<T> elements) {
    return CollectionConverters.asJava(elements);
  }

  static <T> Optional<T> optional(Option<T> value) {
    return OptionConverters.toJava(value);
  }

  /** A number that Scala's generics hide. */
  static int number(Option<Object> value, int otherwise) {
    return value.isDefined() && value.get() instanceof Integer number ? number : otherwise;
  }

  /**
   * Visits a plan from above, with the plans of subqueries.
   *
   * @param visitor tells whether to look below a node
   */
  static void walk(LogicalPlan plan, Predicate<LogicalPlan> visitor) {
    if (visitor.test(plan)) {
      for (Expression expression : list(plan.expressions())) {
        walkSubqueries(expression, visitor);
      }
      for (LogicalPlan child : list(plan.children())) {
        walk(child, visitor);
      }
    }
  }

  private static void walkSubqueries(Expression expression, Predicate<LogicalPlan> visitor) {
    if (expression instanceof PlanExpression<?> subquery
        && subquery.plan() instanceof LogicalPlan plan) {
      walk(plan, visitor);
    }
    for (Expression child : list(expression.children())) {
      walkSubqueries(child, visitor);
    }
  }
}
