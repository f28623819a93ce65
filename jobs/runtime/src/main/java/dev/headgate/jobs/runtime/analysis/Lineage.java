package dev.headgate.jobs.runtime.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetArrayStructFields;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.catalyst.expressions.MetadataAttribute;
import org.apache.spark.sql.catalyst.expressions.OuterReference;
import org.apache.spark.sql.catalyst.expressions.OuterScopeReference;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationDef;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnionLoop;
import org.apache.spark.sql.catalyst.plans.logical.UnionLoopRef;
import org.apache.spark.sql.types.StructType;

/**
 * What the attributes of an analyzed plan are made of, down to the columns of its inputs. Spark
 * gives each attribute an id that is the same wherever it is used.
 */
final class Lineage {
  private final Map<ExprId, Column> inputs = new HashMap<>();
  private final Map<ExprId, List<Expression>> made = new HashMap<>();
  private final Map<Long, LogicalPlan> ctes = new HashMap<>();
  private final Map<Long, LogicalPlan> loops = new HashMap<>();
  private int instances;

  /**
   * A column of an input, or a field in it.
   *
   * @param instance tells apart where the same dataset is read twice
   * @param position among the dataset's columns
   * @param path its name, and the names of fields below
   */
  record Column(String dataset, int instance, int position, List<String> path) {
    Column {
      path = List.copyOf(path);
    }

    Column below(List<String> fields) {
      List<String> longer = new ArrayList<>(path);
      longer.addAll(fields);
      return new Column(dataset, instance, position, longer);
    }

    String name() {
      return String.join(".", path);
    }
  }

  /** An expression that is an attribute, or a field in it. */
  record Reference(ExprId id, List<String> fields) {}

  Lineage(LogicalPlan plan) {
    Scala.walk(plan, this::find);
    Scala.walk(plan, this::define);
  }

  /** Where the values of a common table expression or a recursion come from. */
  private boolean find(LogicalPlan node) {
    if (node instanceof CTERelationDef cte) {
      ctes.put(cte.id(), cte.child());
    } else if (node instanceof UnionLoop loop) {
      loops.put(loop.id(), loop);
    }
    return Inputs.at(node).isEmpty();
  }

  private boolean define(LogicalPlan node) {
    if (Inputs.at(node).isPresent()) {
      input(node, Inputs.at(node).get());
      return false;
    }
    Set<ExprId> known = new HashSet<>();
    for (Expression expression : Scala.list(node.expressions())) {
      if (expression instanceof Alias alias) {
        made(alias.exprId(), alias.child());
        known.add(alias.exprId());
      }
    }
    List<Attribute> output = Scala.list(node.output());
    if (node instanceof Generate generate) {
      for (Attribute attribute : Scala.list(generate.generatorOutput())) {
        made(attribute.exprId(), (Expression) generate.generator());
        known.add(attribute.exprId());
      }
    } else if (node instanceof Expand expand) {
      Scala.list(expand.projections()).forEach(row -> same(output, Scala.list(row)));
    } else if (node instanceof CTERelationRef reference) {
      from(output, ctes.get(reference.cteId()));
    } else if (node instanceof UnionLoopRef reference) {
      from(output, loops.get(reference.loopId()));
    }
    others(node, output, known);
    return true;
  }

  private void input(LogicalPlan node, Names.Dataset dataset) {
    int instance = instances++;
    List<Attribute> output = Scala.list(node.output());
    for (int i = 0; i < output.size(); i++) {
      Attribute attribute = output.get(i);
      if (dataset.hasItsColumns() && !MetadataAttribute.isValid(attribute.metadata())) {
        inputs.put(
            attribute.exprId(), new Column(dataset.name(), instance, i, List.of(attribute.name())));
      }
    }
  }

  /** What comes from all children by position, as in a union, and what is not known better. */
  private void others(LogicalPlan node, List<Attribute> output, Set<ExprId> known) {
    List<LogicalPlan> children = Scala.list(node.children());
    if (children.isEmpty()) {
      return;
    }
    boolean byPosition =
        children.stream().allMatch(child -> child.output().size() == output.size());
    if (byPosition && children.size() > 1) {
      children.forEach(child -> from(output, child));
      return;
    }
    children.forEach(child -> Scala.list(child.output()).forEach(a -> known.add(a.exprId())));
    for (int i = 0; i < output.size(); i++) {
      ExprId id = output.get(i).exprId();
      if (known.contains(id) || made.containsKey(id)) {
        continue;
      }
      if (byPosition) {
        made(id, Scala.list(children.get(0).output()).get(i));
      } else {
        children.forEach(child -> Scala.list(child.output()).forEach(a -> made(id, a)));
        Scala.list(node.expressions()).forEach(expression -> made(id, expression));
      }
    }
  }

  private void from(List<Attribute> output, LogicalPlan source) {
    if (source != null) {
      same(output, Scala.list(source.output()));
    }
  }

  private void same(List<Attribute> output, List<? extends Expression> values) {
    for (int i = 0; i < Math.min(output.size(), values.size()); i++) {
      made(output.get(i).exprId(), values.get(i));
    }
  }

  private void made(ExprId id, Expression from) {
    if (!(from instanceof Attribute attribute && attribute.exprId().equals(id))) {
      made.computeIfAbsent(id, key -> new ArrayList<>()).add(from);
    }
  }

  /** The input's column that an attribute is; null where it is none. */
  Column input(ExprId id) {
    return inputs.get(id);
  }

  List<Expression> madeOf(ExprId id) {
    return made.getOrDefault(id, List.of());
  }

  LogicalPlan cte(long id) {
    return ctes.get(id);
  }

  /** An expression that only names something; null for any other. */
  static Reference reference(Expression expression, List<String> fields) {
    if (expression instanceof OuterReference outer) {
      return reference((Expression) outer.e(), fields);
    } else if (expression instanceof OuterScopeReference outer) {
      return reference((Expression) outer.e(), fields);
    } else if (expression instanceof Alias alias) {
      return reference(alias.child(), fields);
    } else if (expression instanceof Attribute attribute) {
      return new Reference(attribute.exprId(), fields);
    } else if (expression instanceof GetStructField field
        && field.child().dataType() instanceof StructType type) {
      return reference(field.child(), prepended(fields, type.fields()[field.ordinal()].name()));
    } else if (expression instanceof GetArrayStructFields field) {
      return reference(field.child(), prepended(fields, "element", field.field().name()));
    }
    return null;
  }

  private static List<String> prepended(List<String> fields, String... before) {
    List<String> all = new ArrayList<>(List.of(before));
    all.addAll(fields);
    return all;
  }

  /** The columns whose values an expression has, at most in another type. */
  Set<Column> origins(Expression expression) {
    Set<Column> found = new LinkedHashSet<>();
    origins(expression, List.of(), found, new HashSet<>());
    return found;
  }

  private void origins(
      Expression expression, List<String> fields, Set<Column> found, Set<Reference> seen) {
    if (expression instanceof Cast cast) {
      origins(cast.child(), fields, found, seen);
      return;
    }
    Reference reference = reference(expression, fields);
    if (reference != null && seen.add(reference)) {
      Column column = inputs.get(reference.id());
      if (column != null) {
        found.add(column.below(reference.fields()));
      }
      for (Expression from : madeOf(reference.id())) {
        origins(from, reference.fields(), found, seen);
      }
    }
  }
}
