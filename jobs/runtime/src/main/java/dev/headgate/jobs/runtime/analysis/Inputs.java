package dev.headgate.jobs.runtime.analysis;

import dev.headgate.jobs.protocol.AnalysisRequest.Field;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.CTESubstitution$;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.trees.TreeNodeTag;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import scala.Option;
import scala.PartialFunction$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Marks what a parsed query reads, so that it is found again in the analyzed plan: Spark copies a
 * node's tag to what it puts in its place.
 */
final class Inputs {
  private static final TreeNodeTag<Names.Dataset> TAG = new TreeNodeTag<>("headgate.input");

  private final SparkSession session;
  private final Names names;
  private final Map<String, GivenTable> given = new LinkedHashMap<>();

  /** What was found in one statement, datasets with no columns yet. */
  record Found(Map<String, List<String>> datasets, Set<String> foreign) {
    Found() {
      this(new LinkedHashMap<>(), new LinkedHashSet<>());
    }
  }

  Inputs(SparkSession session, Map<String, List<Field>> schemas) {
    this.session = session;
    schemas.forEach(
        (name, columns) ->
            given.put(name, GivenTable.of(name, columns, session.sessionState().sqlParser())));
    this.names = new Names(session.sessionState().catalogManager(), given.keySet());
  }

  /** The input that a node of an analyzed plan stands for. */
  static Optional<Names.Dataset> at(LogicalPlan node) {
    return Scala.optional(node.getTagValue(TAG));
  }

  /**
   * The plan with its inputs marked, those with a given schema already resolved. Names of common
   * table expressions are no inputs: Spark's own rule puts these in their places first.
   */
  LogicalPlan mark(LogicalPlan parsed, Found found) {
    LogicalPlan plan = CTESubstitution$.MODULE$.apply(parsed);
    return plan.transformDownWithSubqueries(
        PartialFunction$.MODULE$.fromFunction(node -> marked(node, found)));
  }

  private LogicalPlan marked(LogicalPlan node, Found found) {
    if (node instanceof RelationTimeTravel travel
        && travel.relation() instanceof UnresolvedRelation relation) {
      return relation(travel, relation, found);
    } else if (node instanceof UnresolvedRelation relation) {
      return relation(relation, relation, found);
    } else if (node instanceof UnresolvedTableValuedFunction function) {
      function(Scala.list(function.name()), found);
    }
    return node;
  }

  private LogicalPlan relation(LogicalPlan node, UnresolvedRelation relation, Found found) {
    List<String> parts = Scala.list(relation.multipartIdentifier());
    Optional<Names.Dataset> dataset = names.dataset(parts);
    if (dataset.isEmpty()) {
      found.foreign().add(String.join(".", parts));
      return node;
    }
    found.datasets().put(dataset.get().name(), List.of());
    GivenTable table = dataset.get().isWhole() ? given.get(dataset.get().name()) : null;
    LogicalPlan result = table == null ? node : resolved(table, dataset.get());
    result.setTagValue(TAG, dataset.get());
    return result;
  }

  private LogicalPlan resolved(GivenTable table, Names.Dataset dataset) {
    Identifier identifier = dataset.identifier();
    LogicalPlan relation =
        DataSourceV2Relation.create(
            table,
            Option.apply(session.sessionState().catalogManager().currentCatalog()),
            Option.apply(identifier));
    return new SubqueryAlias(
        new AliasIdentifier(
            identifier.name(), CollectionConverters.asScala(names.qualifier(identifier)).toSeq()),
        relation);
  }

  /** Functions that Spark itself has read no tables that are not in the query. */
  private static void function(List<String> name, Found found) {
    String last = name.get(name.size() - 1);
    if (name.size() > 1
        || TableFunctionRegistry.builtin()
            .lookupFunction(new org.apache.spark.sql.catalyst.FunctionIdentifier(last))
            .isEmpty()) {
      found.foreign().add(String.join(".", name));
    }
  }
}
