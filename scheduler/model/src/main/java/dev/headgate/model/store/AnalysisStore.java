package dev.headgate.model.store;

import dev.headgate.model.product.DatasetName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found in SQL without running it, so that who asks later needs no query engine. */
public interface AnalysisStore {
  /** What was found last in a statement, by its digest. */
  Optional<Analysis> find(String statement);

  /** Keeps what was found; replaces what was found before in the same statement. */
  void put(Analysis analysis);

  /**
   * What was found in one statement that is valid.
   *
   * @param statement digest of its text and of all else that its meaning depends on but the tables
   * @param against digest of the tables that it was analyzed with
   * @param inputs the datasets that it reads, with the columns of each that its result depends on,
   *     a field as {@code a.b}
   * @param foreign other names that it reads
   * @param joins by which columns it joins datasets
   */
  record Analysis(
      String statement,
      String against,
      Map<DatasetName, List<String>> inputs,
      List<String> foreign,
      List<Join> joins) {
    public Analysis {
      inputs = Map.copyOf(inputs);
      foreign = List.copyOf(foreign);
      joins = List.copyOf(joins);
    }
  }

  /** An equality between columns of two datasets; both may be the same, read twice. */
  record Join(DatasetName left, String leftColumn, DatasetName right, String rightColumn) {}
}
