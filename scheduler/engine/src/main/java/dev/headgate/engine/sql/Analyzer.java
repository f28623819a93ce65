package dev.headgate.engine.sql;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.store.AnalysisStore.Analysis;
import dev.headgate.model.store.AnalysisStore.Join;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.SqlAnalysis;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the SQL of definitions analyzed against {@code main} and what contracts promise, each
 * statement once as long as neither changes. What is valid is kept.
 */
final class Analyzer {
  private static final Logger LOG = LoggerFactory.getLogger(Analyzer.class);

  private final Ledger ledger;
  private final Lake lake;
  private final Plugins plugins;
  private final EngineConfig config;

  Analyzer(Ledger ledger, Lake lake, Plugins plugins, EngineConfig config) {
    this.ledger = ledger;
    this.lake = lake;
    this.plugins = plugins;
    this.config = config;
  }

  /**
   * What was found.
   *
   * @param statements what came of each that could be analyzed
   * @param unverified those that could not be
   * @param why that was
   */
  record Result(Map<Statement, Found> statements, List<Statement> unverified, String why) {}

  Result analyze(Definitions definitions) {
    List<Statement> all = Statements.all(definitions);
    if (all.isEmpty()) {
      return new Result(Map.of(), List.of(), "");
    }
    Tables tables = Tables.of(lake, definitions);
    Map<Statement, String> against = new LinkedHashMap<>();
    Map<DatasetName, Set<DatasetName>> candidates = candidates(definitions);
    all.forEach(s -> against.put(s, tables.digest(candidates.get(s.dataset()))));
    Map<Statement, Found> found = kept(against);
    List<Statement> left = all.stream().filter(s -> !found.containsKey(s)).toList();
    if (left.isEmpty()) {
      return new Result(found, List.of(), "");
    }
    Optional<QueryEngine> engine = plugins.queryEngine();
    if (engine.isEmpty()) {
      return new Result(found, left, "no plugin brings a query engine");
    }
    try {
      Asking asking = new Asking(engine.get(), main(), config.checkTimeout(), tables);
      Optional<Map<Statement, SqlAnalysis.Statement>> analyzed = asking.analyze(left);
      if (analyzed.isEmpty()) {
        return new Result(found, left, "the query engine does not analyze SQL");
      }
      keep(analyzed.get(), tables, against);
      analyzed.get().forEach((s, a) -> found.put(s, Found.of(s.kind(), a, tables)));
      Map<Statement, String> failed = asking.failed();
      String why = failed.values().stream().findFirst().map(Analyzer::failure).orElse("");
      return new Result(found, List.copyOf(failed.keySet()), why);
    } catch (PluginException e) {
      LOG.warn("SQL could not be analyzed", e);
      return new Result(found, left, failure(e.getMessage()));
    }
  }

  private static String failure(String message) {
    return "the query engine failed: " + message;
  }

  private CatalogAccess main() {
    return new CatalogAccess(config.catalogUri().get(), Tables.MAIN, "");
  }

  /** What the statements of each dataset can be expected to read. */
  private static Map<DatasetName, Set<DatasetName>> candidates(Definitions definitions) {
    Map<DatasetName, Set<DatasetName>> candidates = new LinkedHashMap<>();
    for (Product product : definitions.products().values()) {
      for (Dataset dataset : product.datasets()) {
        Set<DatasetName> names = new HashSet<>(dataset.inputs());
        names.add(dataset.name());
        candidates.put(dataset.name(), names);
      }
    }
    return candidates;
  }

  private Map<Statement, Found> kept(Map<Statement, String> against) {
    return ledger.transact(
        tx -> {
          Map<Statement, Found> kept = new LinkedHashMap<>();
          against.forEach(
              (statement, tables) ->
                  tx.analyses()
                      .find(statement.digest())
                      .filter(a -> a.against().equals(tables))
                      .ifPresent(a -> kept.put(statement, Found.of(a))));
          return kept;
        });
  }

  private void keep(
      Map<Statement, SqlAnalysis.Statement> analyzed,
      Tables tables,
      Map<Statement, String> against) {
    ledger.transact(
        tx -> {
          analyzed.forEach(
              (statement, a) -> {
                if (Found.of(statement.kind(), a, tables).complete()) {
                  tx.analyses().put(kept(statement, against.get(statement), a));
                }
              });
          return analyzed;
        });
  }

  private static Analysis kept(Statement statement, String against, SqlAnalysis.Statement found) {
    return new Analysis(
        statement.digest(),
        against,
        found.inputs(),
        found.foreign(),
        found.joins().stream()
            .map(j -> new Join(j.left(), j.leftColumn(), j.right(), j.rightColumn()))
            .toList());
  }
}
