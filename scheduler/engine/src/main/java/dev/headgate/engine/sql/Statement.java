package dev.headgate.engine.sql;

import dev.headgate.model.Digests;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Places.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * SQL that a dataset is made or judged by.
 *
 * @param dataset whose definition it is in
 * @param origin of a job the path of its file among the definitions, where that is not known as its
 *     pipeline names it; of a rule the rule and who wrote it
 * @param text with the placeholders of rules put in
 * @param parameters values to analyze it with, each as good as any other of its type
 * @param place of a rule, where it is known
 */
record Statement(
    DatasetName dataset,
    Kind kind,
    String origin,
    String text,
    Map<String, String> parameters,
    Optional<Place> place) {
  /** Changes where what is kept of an analysis gets another meaning. */
  private static final String FORM = "2";

  /** What it is for. */
  enum Kind {
    /** Its result is the dataset. */
    JOB,
    /** Its result is compared. */
    RULE
  }

  /** Of all that its meaning depends on, but the tables. */
  String digest() {
    return Digests.ofAll(List.of(FORM, text, new TreeMap<>(parameters).toString()));
  }
}
