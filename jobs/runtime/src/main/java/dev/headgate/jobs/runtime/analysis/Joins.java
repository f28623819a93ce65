package dev.headgate.jobs.runtime.analysis;

import dev.headgate.jobs.protocol.AnalysisAnswer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.EqualNullSafe;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InSubquery;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LateralJoin;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/**
 * By which columns an analyzed plan joins its inputs: equalities in the conditions of joins and
 * filters, also of correlated subqueries, and what is looked up with {@code IN}.
 */
final class Joins {
  private final Lineage lineage;
  private final Set<AnalysisAnswer.Join> found = new LinkedHashSet<>();

  private Joins(Lineage lineage) {
    this.lineage = lineage;
  }

  static List<AnalysisAnswer.Join> of(LogicalPlan plan, Lineage lineage) {
    Joins joins = new Joins(lineage);
    Scala.walk(plan, joins::visit);
    return new ArrayList<>(joins.found);
  }

  private boolean visit(LogicalPlan node) {
    if (Inputs.at(node).isPresent()) {
      return false;
    }
    if (node instanceof Join join) {
      Scala.optional(join.condition()).ifPresent(by -> conjuncts(by, Optional.of(join)));
    } else if (node instanceof LateralJoin join) {
      Scala.optional(join.condition()).ifPresent(by -> conjuncts(by, Optional.empty()));
    } else if (node instanceof Filter filter) {
      conjuncts(filter.condition(), Optional.empty());
    }
    Scala.list(node.expressions()).forEach(this::lookUps);
    return true;
  }

  private void conjuncts(Expression condition, Optional<Join> join) {
    if (condition instanceof And and) {
      conjuncts(and.left(), join);
      conjuncts(and.right(), join);
    } else if (condition instanceof EqualTo equal) {
      equality(equal.left(), equal.right(), join);
    } else if (condition instanceof EqualNullSafe equal) {
      equality(equal.left(), equal.right(), join);
    }
  }

  private void lookUps(Expression expression) {
    if (expression instanceof InSubquery in) {
      List<Expression> values = Scala.list(in.values());
      List<Attribute> output = Scala.list(in.query().plan().output());
      for (int i = 0; i < Math.min(values.size(), output.size()); i++) {
        equality(values.get(i), output.get(i), Optional.empty());
      }
    }
    Scala.list(expression.children()).forEach(this::lookUps);
  }

  private void equality(Expression left, Expression right, Optional<Join> join) {
    boolean across = join.filter(sides -> areAcross(left, right, sides)).isPresent();
    for (Lineage.Column one : lineage.origins(left)) {
      for (Lineage.Column other : lineage.origins(right)) {
        if (across || one.instance() != other.instance()) {
          found.add(
              new AnalysisAnswer.Join(one.dataset(), one.name(), other.dataset(), other.name()));
        }
      }
    }
  }

  /** Whether the same common table expression is joined with itself. */
  private static boolean areAcross(Expression left, Expression right, Join join) {
    return (left.references().subsetOf(join.left().outputSet())
            && right.references().subsetOf(join.right().outputSet()))
        || (left.references().subsetOf(join.right().outputSet())
            && right.references().subsetOf(join.left().outputSet()));
  }
}
