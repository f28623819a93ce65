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
  public record Place(String file, int line, int column) {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /**
   * Something that is defined.
   *
   * @param dataset whose definition it is part of; empty where it is of none
   * @param name within its kind; empty where there is one of it
   */
  public record Thing(Kind kind, Optional<DatasetName> dataset, String name) {}

  /** What has a place. */
  public enum Kind {
    /** The dataset itself, in its product's pipeline. */
    DATASET,
    /** What its contract says of it: where that names it. */
    CONTRACT,
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
    INPUT,
    /** A rule that the dataset expects of an input: the input, a space and the rule. */
    EXPECTATION,
    /** A policy, by its id; of no dataset. */
    POLICY
  }

  public Optional<Place> of(Kind kind, DatasetName dataset, String name) {
    return Optional.ofNullable(places.get(new Thing(kind, Optional.of(dataset), name)));
  }

  /**
   * A column of a dataset's contract; for one that the contract does not have, what it would be
   * part of: the nearest column above it, else what the contract says of the dataset.
   */
  public Optional<Place> ofColumn(DatasetName dataset, String column) {
    for (String path = column; !path.isEmpty(); path = above(path)) {
      Optional<Place> place = of(Kind.COLUMN, dataset, path);
      if (place.isPresent()) {
        return place;
      }
    }
    return of(Kind.CONTRACT, dataset, "");
  }

  private static String above(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /** A rule that a dataset expects of one of its inputs. */
  public Optional<Place> ofExpectation(DatasetName reader, DatasetName input, String rule) {
    return of(Kind.EXPECTATION, reader, input + " " + rule);
  }

  public Optional<Place> ofPolicy(String id) {
    return Optional.ofNullable(places.get(new Thing(Kind.POLICY, Optional.empty(), id)));
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
      places.put(new Thing(kind, Optional.of(dataset), name), place);
    }

    public void addExpectation(DatasetName reader, DatasetName input, String rule, Place place) {
      add(Kind.EXPECTATION, reader, input + " " + rule, place);
    }

    public void addPolicy(String id, Place place) {
      places.put(new Thing(Kind.POLICY, Optional.empty(), id), place);
    }

    public Places build() {
      return new Places(places);
    }
  }
}
