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
   * @param statements queries by a name of the caller's choosing, as they are written; analyzed in
   *     this order
   * @param schemas of datasets that are to be taken as having these columns, whatever the view
   *     shows of them; inside of a view's own query they are not looked at
   * @param parameters values for {@code :name} and {@code ${name}} in the statements, as a run is
   *     given them: any value of the right type will do. Others become NULL, of no type
   * @param timeout for all of them
   */
  public record Request(
      CatalogAccess view,
      Map<String, String> statements,
      Map<DatasetName, List<QueryEngine.Column>> schemas,
      Map<String, String> parameters,
      Duration timeout) {
    /** Without values of parameters. */
    public Request(
        CatalogAccess view,
        Map<String, String> statements,
        Map<DatasetName, List<QueryEngine.Column>> schemas,
        Duration timeout) {
      this(view, statements, schemas, Map.of(), timeout);
    }
  }

  /**
   * What one statement is.
   *
   * @param mistake why it is no valid query that only reads: the engine's message; what was found
   *     nevertheless is in the other components
   * @param inputs the datasets, tables and views, that it reads, with the columns of them that its
   *     result depends on, in the order of the dataset: by their values, or by which rows there are
   *     and in what order. A field of a column, {@code a.b}, where only that is used. An empty list
   *     where columns could not be resolved or none is used
   * @param foreign other names that it reads, as written: of another catalog, temporary views,
   *     files, table functions that are not the engine's own
   * @param output the columns of its result; empty where it could not be resolved
   * @param joins equalities between columns of two inputs that it joins by, also in filters,
   *     subqueries and {@code IN}; both may be the same dataset, read twice
   */
  public record Statement(
      Optional<Mistake> mistake,
      Map<DatasetName, List<String>> inputs,
      List<String> foreign,
      List<QueryEngine.Column> output,
      List<Join> joins) {}

  /** What is wrong with a statement; line and column count from 1, 0 where unknown. */
  public record Mistake(String message, int line, int column) {}

  /** One equality of a join; a field of a column is {@code a.b}. */
  public record Join(DatasetName left, String leftColumn, DatasetName right, String rightColumn) {}
}
