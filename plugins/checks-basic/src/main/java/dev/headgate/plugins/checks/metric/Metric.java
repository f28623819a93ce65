package dev.headgate.plugins.checks.metric;

import dev.headgate.plugins.checks.table.Table;
import java.util.List;
import java.util.Optional;

/** A figure of a state of the dataset. Equal ones are measured once. */
public sealed interface Metric {
  /** What metadata tells of the state that is judged, if it tells exactly. */
  Optional<Object> known(Table table);

  /**
   * Whether the figure of the whole is the sum of the figures of its partitions.
   *
   * @param key the columns that say in which partition a row is
   */
  boolean addsUp(List<String> key);

  /** One that shares the scan with others. */
  non-sealed interface Aggregate extends Metric {
    /** An aggregate in SQL. */
    String expression();

    /** The matches against regular expressions in it. */
    default List<TextMatch> matches() {
      return List.of();
    }
  }

  /** One that needs a query of its own, with one row and one column. */
  non-sealed interface Alone extends Metric {
    /**
     * The query.
     *
     * @param from the state in SQL
     * @param where a condition on its rows; empty for all of them
     */
    String query(String from, Optional<String> where);

    /** Whether it reads nothing but this dataset, and all of it. */
    boolean scans();
  }

  /**
   * A metric of one of the states that rules speak of.
   *
   * @param state which one
   */
  record Of(Metric metric, State state) {}

  /** The states of the dataset that rules speak of. */
  enum State {
    /** What is judged. */
    NOW,
    /** What it was made from: the release before. */
    BEFORE
  }

  /** This of the state that is judged. */
  default Of now() {
    return new Of(this, State.NOW);
  }

  /** This of the state before. */
  default Of before() {
    return new Of(this, State.BEFORE);
  }
}
