package dev.headgate.engine.sql;

import dev.headgate.engine.pace.Interruptible;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.DatasetName;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.QueryEngine.Column;
import dev.headgate.spi.SqlAnalysis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of questions to a query engine. A statement or a schema that the engine fails at harms
 * no statement but those that have to do with it.
 */
final class Asking {
  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

  /** To find out whether the engine fails at everything. */
  private static final String ANYTHING = "SELECT 1";

  /** After so many no more is looked at apart: each may take as long as the engine is given. */
  private static final int MOST_FAILURES = 20;

  private final QueryEngine engine;
  private final CatalogAccess main;
  private final Duration timeout;
  private final Tables tables;
  private final Map<Statement, String> failed = new LinkedHashMap<>();
  private int failures;

  Asking(QueryEngine engine, CatalogAccess main, Duration timeout, Tables tables) {
    this.engine = engine;
    this.main = main;
    this.timeout = timeout;
    this.tables = tables;
  }

  /** Those that the engine failed at, with what it said. */
  Map<Statement, String> failed() {
    return failed;
  }

  /**
   * As {@code main} is and, where that does not do, as it will be: a contract may be ahead of its
   * table. Empty where the engine does not analyze.
   *
   * @throws PluginException where the engine fails at everything
   */
  Optional<Map<Statement, SqlAnalysis.Statement>> analyze(List<Statement> statements) {
    Map<Statement, SqlAnalysis.Statement> found = new LinkedHashMap<>();
    if (!ask(statements, tables.toCome(), found)) {
      return Optional.empty();
    }
    Set<DatasetName> read = new HashSet<>();
    found.values().forEach(s -> read.addAll(s.inputs().keySet()));
    tables.look(read);
    List<Statement> wrong =
        statements.stream()
            .filter(s -> found.containsKey(s) && found.get(s).mistake().isPresent())
            .filter(s -> !found.get(s).inputs().isEmpty())
            .toList();
    if (!wrong.isEmpty()) {
      Map<Statement, SqlAnalysis.Statement> again = new LinkedHashMap<>();
      Set<DatasetName> readWrong = new HashSet<>();
      wrong.forEach(s -> readWrong.addAll(found.get(s).inputs().keySet()));
      ask(wrong, tables.asPromised(readWrong), again);
      again.forEach(
          (s, a) -> {
            if (a.mistake().isEmpty()) {
              found.put(s, a);
            }
          });
    }
    found.keySet().removeAll(failed.keySet());
    return Optional.of(found);
  }

  private boolean ask(
      List<Statement> statements,
      Map<DatasetName, List<Column>> schemas,
      Map<Statement, SqlAnalysis.Statement> into) {
    Map<Map<String, String>, List<Statement>> byParameters = new LinkedHashMap<>();
    statements.forEach(
        s -> byParameters.computeIfAbsent(s.parameters(), p -> new ArrayList<>()).add(s));
    for (List<Statement> alike : byParameters.values()) {
      try {
        if (!together(alike, schemas, into)) {
          return false;
        }
      } catch (PluginException e) {
        together(List.of(), Map.of(), into);
        LOG.warn("SQL could not be analyzed together", e);
        apart(alike, schemas, into);
      }
    }
    return true;
  }

  /** With no more than they may have to do with, and in halves where that does not do. */
  private void apart(
      List<Statement> alike,
      Map<DatasetName, List<Column>> schemas,
      Map<Statement, SqlAnalysis.Statement> into) {
    try {
      together(alike, named(alike, schemas), into);
    } catch (PluginException e) {
      failures++;
      if (alike.size() == 1 || failures >= MOST_FAILURES) {
        alike.forEach(s -> failed.put(s, e.getMessage()));
        return;
      }
      int half = alike.size() / 2;
      apart(alike.subList(0, half), schemas, into);
      apart(alike.subList(half, alike.size()), schemas, into);
    }
  }

  /** Of tables whose names are somewhere in the statements. */
  private static Map<DatasetName, List<Column>> named(
      List<Statement> statements, Map<DatasetName, List<Column>> schemas) {
    Map<DatasetName, List<Column>> named = new TreeMap<>(schemas);
    named
        .keySet()
        .removeIf(
            d ->
                statements.stream()
                    .noneMatch(s -> s.text().toLowerCase(Locale.ROOT).contains(d.table())));
    return named;
  }

  /** Asks for all of these at once, of none for anything; false where the engine cannot analyze. */
  private boolean together(
      List<Statement> alike,
      Map<DatasetName, List<Column>> schemas,
      Map<Statement, SqlAnalysis.Statement> into) {
    Map<String, String> texts = new LinkedHashMap<>();
    alike.forEach(s -> texts.put(String.valueOf(texts.size()), s.text()));
    Map<String, String> parameters = alike.isEmpty() ? Map.of() : alike.get(0).parameters();
    if (alike.isEmpty()) {
      texts.put("0", ANYTHING);
    }
    SqlAnalysis.Request request =
        new SqlAnalysis.Request(main, texts, schemas, parameters, timeout);
    Optional<Map<String, SqlAnalysis.Statement>> answer = answer(request);
    for (int i = 0; i < alike.size() && answer.isPresent(); i++) {
      into.put(alike.get(i), answer.get().get(String.valueOf(i)));
    }
    return answer.isPresent();
  }

  private Optional<Map<String, SqlAnalysis.Statement>> answer(SqlAnalysis.Request request) {
    try {
      return new Interruptible().call(() -> engine.analyze(request));
    } catch (InterruptedException e) {
      throw new HeadgateException(ErrorCode.INTERNAL, "the analysis of SQL was stopped", e);
    }
  }
}
