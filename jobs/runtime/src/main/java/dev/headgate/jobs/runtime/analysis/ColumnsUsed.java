package dev.headgate.jobs.runtime.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.expressions.Exists;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.LateralSubquery;
import org.apache.spark.sql.catalyst.expressions.PipeOperator;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationDef;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LateralJoin;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Offset;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.RebalancePartitions;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionOperation;
import org.apache.spark.sql.catalyst.plans.logical.ResolvedHint;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnionBase;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.catalyst.plans.logical.WithCTE;

/** Which columns of its inputs the result of a plan depends on: its values, rows or order. */
final class ColumnsUsed {
  private static final Comparator<Lineage.Column> ORDER =
      Comparator.comparingInt(Lineage.Column::position).thenComparing(Lineage.Column::name);

  /** Nodes that neither drop nor repeat nor sort rows by what is in them. */
  private static final List<Class<? extends LogicalPlan>> INDIFFERENT =
      List.of(
          Project.class,
          Window.class,
          UnionBase.class,
          SubqueryAlias.class,
          View.class,
          PipeOperator.class,
          GlobalLimit.class,
          LocalLimit.class,
          Offset.class,
          Sample.class,
          Expand.class,
          RepartitionOperation.class,
          RebalancePartitions.class,
          ResolvedHint.class,
          CTERelationDef.class);

  private final Lineage lineage;
  private final Set<Lineage.Reference> seen = new HashSet<>();
  private final Set<Long> seenCtes = new HashSet<>();
  private final Map<String, Set<Lineage.Column>> used = new LinkedHashMap<>();

  private ColumnsUsed(Lineage lineage) {
    this.lineage = lineage;
  }

  /** By dataset, in the order of its columns. */
  static Map<String, List<String>> of(LogicalPlan plan, Lineage lineage) {
    ColumnsUsed columns = new ColumnsUsed(lineage);
    columns.rows(plan);
    Scala.list(plan.output()).forEach(columns::values);
    Map<String, List<String>> names = new LinkedHashMap<>();
    columns.used.forEach((dataset, found) -> names.put(dataset, names(found)));
    return names;
  }

  /** Fields of a column that is used as a whole are not said again. */
  private static List<String> names(Set<Lineage.Column> found) {
    Set<List<String>> paths = new HashSet<>();
    found.forEach(column -> paths.add(column.path()));
    return found.stream()
        .filter(
            column -> {
              List<String> path = column.path();
              for (int length = 1; length < path.size(); length++) {
                if (paths.contains(path.subList(0, length))) {
                  return false;
                }
              }
              return true;
            })
        .map(Lineage.Column::name)
        .distinct()
        .toList();
  }

  /** What decides which rows there are, and in what order. */
  private void rows(LogicalPlan node) {
    if (Inputs.at(node).isPresent()) {
      return;
    } else if (node instanceof WithCTE with) {
      rows(with.plan());
      return;
    } else if (node instanceof CTERelationRef reference) {
      LogicalPlan cte = lineage.cte(reference.cteId());
      if (cte != null && seenCtes.add(reference.cteId())) {
        rows(cte);
      }
      return;
    }
    deciding(node).forEach(this::values);
    Scala.list(node.children()).forEach(this::rows);
  }

  private static List<? extends Expression> deciding(LogicalPlan node) {
    if (INDIFFERENT.stream().anyMatch(type -> type.isInstance(node))) {
      return List.of();
    } else if (node instanceof Aggregate aggregate) {
      return Scala.list(aggregate.groupingExpressions());
    } else if (node instanceof Filter
        || node instanceof Join
        || node instanceof LateralJoin
        || node instanceof Sort
        || node instanceof Generate) {
      return Scala.list(node.expressions());
    }
    List<Expression> all = new ArrayList<>(Scala.list(node.expressions()));
    Scala.list(node.children()).forEach(child -> all.addAll(Scala.list(child.output())));
    return all;
  }

  private void values(Expression expression) {
    Lineage.Reference reference = Lineage.reference(expression, List.of());
    if (reference != null) {
      follow(reference);
      return;
    }
    if (expression instanceof PlanExpression<?> subquery
        && subquery.plan() instanceof LogicalPlan plan) {
      rows(plan);
      if (!(expression instanceof Exists || expression instanceof LateralSubquery)) {
        Scala.list(plan.output()).forEach(this::values);
      }
    }
    Scala.list(expression.children()).forEach(this::values);
  }

  private void follow(Lineage.Reference reference) {
    if (!seen.add(reference)) {
      return;
    }
    Lineage.Column column = lineage.input(reference.id());
    if (column != null) {
      used.computeIfAbsent(column.dataset(), key -> new TreeSet<>(ORDER))
          .add(column.below(reference.fields()));
    }
    for (Expression from : lineage.madeOf(reference.id())) {
      Lineage.Reference further = Lineage.reference(from, reference.fields());
      if (further == null) {
        values(from);
      } else {
        follow(further);
      }
    }
  }
}
