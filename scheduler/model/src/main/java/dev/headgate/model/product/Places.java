package dev.headgate.model.product;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where definitions are written, for messages. It is no part of what they mean: it is known of
 * definitions that were just read and is not kept, and all are equal.
 */
public final class Places {
  public static final Places NONE = new Places(Map.of());

  private final Map<Thing, Place> places;

  public Places(Map<Thing, Place> places) {
    this.places = Map.copyOf(places);
  }

  /**
   * A place in a file.
   *
   * @param file its path among the definitions
   * @param line from 1
   * @param column from 1
   */
  public record Place(String file, int line, int column) {}

  /**
   * Something of a dataset's definition.
   *
   * @param name within its kind; empty where there is one of it
   */
  public record Thing(Kind kind, DatasetName dataset, String name) {}

  /** What has a place. */
  public enum Kind {
    /** The query that the dataset is made by: the start of its file. */
    QUERY,
    /** The version of its contract. */
    VERSION,
    /** A column of its contract, by path. */
    COLUMN,
    /** A term that a column claims: the column's path, {@code @} and the term. */
    TERM,
    /** A rule that it is judged by, of its pipeline or its contract. */
    CHECK,
    /** An input, by its name. */
    INPUT
  }

  public Optional<Place> of(Kind kind, DatasetName dataset, String name) {
    return Optional.ofNullable(places.get(new Thing(kind, dataset, name)));
  }

  /** Where a column claims a term; where it is canonical and does not say so, the column. */
  public Optional<Place> ofTerm(DatasetName dataset, String column, String term) {
    return of(Kind.TERM, dataset, column + "@" + term).or(() -> of(Kind.COLUMN, dataset, column));
  }

  /** The path of the file with the query of a dataset's job. */
  public Optional<String> queryOf(DatasetName dataset) {
    return of(Kind.QUERY, dataset, "").map(Place::file);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Places;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  /** Collects places. */
  public static final class Builder {
    private final Map<Thing, Place> places = new HashMap<>();

    public void add(Kind kind, DatasetName dataset, String name, Place place) {
      places.put(new Thing(kind, dataset, name), place);
    }

    public Places build() {
      return new Places(places);
    }
  }
}
