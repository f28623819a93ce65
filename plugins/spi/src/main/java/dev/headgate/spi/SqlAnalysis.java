package dev.headgate.spi;

import dev.headgate.model.product.DatasetName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an engine's own analyzer finds in SQL, without running it. */
public final class SqlAnalysis {
  private SqlAnalysis() {}

  /**
   * What to analyze.
   *
   * @param statements queries by a name of the caller's choosing; analyzed in this order
   * @param schemas of datasets that are to be taken as having these columns, whatever the view
   *     shows of them
   */
  public record Request(
      CatalogAccess view,
      Map<String, String> statements,
      Map<DatasetName, List<QueryEngine.Column>> schemas,
      Duration timeout) {}

  /**
   * What one statement is.
   *
   * @param mistake why it is no valid query that only reads: the engine's message; what was found
   *     nevertheless is in the other components
   * @param inputs the datasets that it reads, with the columns of them that its result depends on;
   *     an empty list where columns could not be resolved or none is used. Other names (of another
   *     catalog, files, functions) are in {@code foreign}
   * @param output the columns of its result; empty where it could not be resolved
   * @param joins equalities between columns of two inputs that it joins by
   */
  public record Statement(
      Optional<Mistake> mistake,
      Map<DatasetName, List<String>> inputs,
      List<String> foreign,
      List<QueryEngine.Column> output,
      List<Join> joins) {}

  /** What is wrong with a statement; line and column count from 1, 0 where unknown. */
  public record Mistake(String message, int line, int column) {}

  /** One equality of a join. */
  public record Join(DatasetName left, String leftColumn, DatasetName right, String rightColumn) {}
}
