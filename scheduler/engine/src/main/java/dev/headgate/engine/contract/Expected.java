package dev.headgate.engine.contract;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.contract.Version;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Expectation;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a consumer expects of a dataset.
 *
 * @param reader the consumer's dataset whose input it is attached to
 * @param accepts the majors that the input names
 * @param version of the dataset's contract
 */
public record Expected(
    ProductName consumer,
    DatasetName reader,
    Expectation expectation,
    Optional<Majors> accepts,
    Optional<Version> version) {
  /** What other products expect of a dataset, by consumer. */
  public static List<Expected> of(Definitions definitions, DatasetName dataset) {
    Optional<Dataset> made = made(definitions, dataset);
    List<Expected> found = new ArrayList<>();
    for (Product consumer : definitions.sortedProducts().values()) {
      for (Dataset reader : consumer.datasets()) {
        reader.expectations().stream()
            .filter(e -> e.input().equals(dataset))
            .map(e -> of(consumer, reader, e, made))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** What a dataset expects of its inputs. */
  public static List<Expected> by(Definitions definitions, Product consumer, Dataset reader) {
    return reader.expectations().stream()
        .map(e -> of(consumer, reader, e, made(definitions, e.input())))
        .toList();
  }

  private static Expected of(
      Product consumer, Dataset reader, Expectation expectation, Optional<Dataset> input) {
    return new Expected(
        consumer.name(),
        reader.name(),
        expectation,
        Optional.ofNullable(reader.accepts().get(expectation.input())),
        input.flatMap(Dataset::contract).map(Contract::version));
  }

  private static Optional<Dataset> made(Definitions definitions, DatasetName dataset) {
    return definitions.producerOf(dataset).flatMap(p -> p.dataset(dataset));
  }

  /** Where it is written; empty where these definitions do not know. */
  public Optional<Place> place(Definitions definitions) {
    return definitions.places().ofExpectation(reader, expectation.input(), rule().name());
  }

  public CheckSpec rule() {
    return expectation.rule();
  }

  /** What it asks, with its settings. */
  public String asks() {
    return Rule.of(rule()).text();
  }

  /** As it is written: {@code error} or {@code warning}. */
  public String severity() {
    return rule().severity().name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is asked of the dataset: not where the consumer reads other majors only. */
  public boolean isAsked() {
    return accepts.isEmpty() || version.isEmpty() || accepts.get().contains(version.get());
  }

  /** Whether {@code before} expected the same: it is the other team's dataset then that changed. */
  public boolean isIn(Definitions before) {
    return made(before, reader).filter(d -> d.expectations().contains(expectation)).isPresent();
  }

  /** Why it is not asked. */
  public String unasked() {
    return "not asked: "
        + consumer
        + " reads "
        + expectation.input()
        + "@"
        + accepts.map(Majors::toString).orElse("")
        + " for "
        + reader
        + ", and this is version "
        + version.map(Version::toString).orElse("");
  }
}
