package dev.headgate.engine;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import java.util.Optional;

/**
 * What a finding of a plan is about: at most one of these, and nothing where it is about what many
 * wrote.
 *
 * @param text for people, such as {@code dataset analytics.daily_delays}
 * @param dataset also where it is one of its columns
 * @param term of a glossary
 */
public record Subject(
    String text,
    Optional<ProductName> product,
    Optional<DatasetName> dataset,
    Optional<String> term) {
  public static Subject of(ProductName product) {
    return new Subject(
        "product " + product, Optional.of(product), Optional.empty(), Optional.empty());
  }

  public static Subject of(DatasetName dataset) {
    return new Subject(
        "dataset " + dataset, Optional.empty(), Optional.of(dataset), Optional.empty());
  }

  /** A column by its path, such as {@code address.city}. */
  public static Subject column(DatasetName dataset, String path) {
    return new Subject(
        "column " + dataset + "." + path, Optional.empty(), Optional.of(dataset), Optional.empty());
  }

  public static Subject term(String name) {
    return new Subject("term " + name, Optional.empty(), Optional.empty(), Optional.of(name));
  }

  public static Subject sql() {
    return new Subject("SQL", Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return text;
  }
}
