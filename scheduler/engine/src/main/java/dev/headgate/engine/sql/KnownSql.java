package dev.headgate.engine.sql;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.store.AnalysisStore.Analysis;
import dev.headgate.model.store.AnalysisStore.Join;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was kept of analyses of SQL; needs no query engine. */
public final class KnownSql {
  private KnownSql() {}

  /**
   * A join that a dataset's job makes.
   *
   * @param file of the job: its path among the definitions, else as its pipeline names it
   * @param line and {@code column}, from 1: where the second of the two datasets is named
   */
  public record FoundJoin(DatasetName dataset, Join join, String file, int line, int column) {}

  /**
   * The columns of an input that those who read it use: for each dataset that declares it and of
   * whose SQL this is known. Another uses all of them, as far as anybody knows.
   */
  public static Map<DatasetName, Set<String>> used(
      StoreTransaction tx, Definitions definitions, DatasetName input) {
    Map<DatasetName, Set<String>> used = new HashMap<>();
    for (Product product : definitions.products().values()) {
      for (Dataset dataset : product.datasets()) {
        if (dataset.inputs().contains(input)) {
          used(tx, definitions, product, dataset, input)
              .ifPresent(columns -> used.put(dataset.name(), columns));
        }
      }
    }
    return used;
  }

  private static Optional<Set<String>> used(
      StoreTransaction tx,
      Definitions definitions,
      Product product,
      Dataset dataset,
      DatasetName input) {
    if (Statements.job(definitions, product, dataset).isEmpty()) {
      return Optional.empty();
    }
    Set<String> columns = new HashSet<>();
    for (Statement statement : Statements.of(definitions, product, dataset)) {
      Optional<Analysis> known = tx.analyses().find(statement.digest());
      if (known.isPresent()) {
        columns.addAll(known.get().inputs().getOrDefault(input, List.of()));
      } else if (statement.kind() == Statement.Kind.JOB
          || !Mentions.of(statement.text(), input.toString()).isEmpty()) {
        return Optional.empty();
      }
    }
    Optional<Set<String>> ofRules = RuleUse.columns(dataset, input);
    ofRules.ifPresent(columns::addAll);
    return ofRules.map(known -> columns);
  }

  /** The joins that jobs make, as far as they are known, by product and dataset. */
  public static List<FoundJoin> joins(StoreTransaction tx, Definitions definitions) {
    List<FoundJoin> joins = new ArrayList<>();
    for (Product product : definitions.sortedProducts().values()) {
      for (Dataset dataset : product.datasets()) {
        Statements.job(definitions, product, dataset)
            .ifPresent(
                job ->
                    tx.analyses().find(job.digest()).map(Analysis::joins).orElse(List.of()).stream()
                        .map(join -> found(job, join))
                        .forEach(joins::add));
      }
    }
    return joins;
  }

  private static FoundJoin found(Statement job, Join join) {
    List<Mentions.At> left = Mentions.of(job.text(), join.left().toString());
    List<Mentions.At> right = Mentions.of(job.text(), join.right().toString());
    Mentions.At second = new Mentions.At(1, 1);
    if (join.left().equals(join.right()) && left.size() > 1) {
      second = left.get(1);
    } else if (!left.isEmpty() && !right.isEmpty()) {
      second = left.get(0).isBefore(right.get(0)) ? right.get(0) : left.get(0);
    }
    return new FoundJoin(job.dataset(), join, job.origin(), second.line(), second.column());
  }
}
