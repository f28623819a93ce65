package dev.headgate.spi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs queries on any view of the lake. Thread-safe. */
public interface QueryEngine extends AutoCloseable {
  /**
   * Runs one query; tables are named {@code domain.table}.
   *
   * @throws QueryException with the engine's message, if the engine refuses the query or fails at
   *     it
   * @throws PluginException if it could not be asked, or took too long; quotes no data
   */
  Result query(CatalogAccess view, String sql, int maxRows, Duration timeout)
      throws InterruptedException;

  /**
   * Analyzes statements without running them; empty where this engine cannot.
   *
   * @throws PluginException if the engine fails
   */
  default Optional<Map<String, SqlAnalysis.Statement>> analyze(SqlAnalysis.Request request)
      throws InterruptedException {
    return Optional.empty();
  }

  @Override
  default void close() {}

  /**
   * A query's rows; values are null, String, Boolean, Long, Double, BigDecimal, LocalDate,
   * LocalDateTime, Instant, or text for anything else.
   *
   * @param truncated whether there were more than {@code maxRows}
   */
  record Result(List<Column> columns, List<List<Object>> rows, boolean truncated) {}

  /** A column, with its type in the engine's words. */
  record Column(String name, String type) {}
}
