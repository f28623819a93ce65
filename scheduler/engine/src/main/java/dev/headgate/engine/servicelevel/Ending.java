package dev.headgate.engine.servicelevel;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An input whose dataset ends by its contract, soon or already.
 *
 * @param producer that makes it
 * @param date from which on nobody should read it
 * @param days that are left; 0 or less where it has ended
 */
public record Ending(DatasetName dataset, ProductName producer, LocalDate date, long days) {
  /** How many days before consumers are told. */
  private static final int SOON = 30;

  /** Those of a product's inputs that others make, by name. */
  public static List<Ending> of(Definitions definitions, Product consumer, Instant now) {
    return consumer.datasets().stream()
        .flatMap(dataset -> dataset.inputs().stream())
        .distinct()
        .sorted()
        .flatMap(input -> of(definitions, input, now))
        .filter(ending -> !ending.producer().equals(consumer.name()))
        .filter(ending -> ending.days() <= SOON)
        .toList();
  }

  private static Stream<Ending> of(Definitions definitions, DatasetName input, Instant now) {
    Optional<Product> producer = definitions.producerOf(input);
    return producer
        .flatMap(p -> p.dataset(input))
        .flatMap(Dataset::contract)
        .flatMap(contract -> EndOfLife.of(contract, now))
        .map(end -> new Ending(input, producer.get().name(), end.date(), end.days()))
        .stream();
  }

  /** For people. */
  public String sentence() {
    return days > 0
        ? "nobody should read "
            + dataset
            + " from "
            + date
            + " on, which is in "
            + days
            + (days == 1 ? " day" : " days")
        : "nobody should read " + dataset + " any more: it ended on " + date;
  }
}
