package dev.headgate.engine.plan;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.engine.Subject;
import dev.headgate.engine.contract.Expected;
import dev.headgate.engine.facts.InForce;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.NamedColumns;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Expectations on columns that the contract of another product's dataset does not have. New ones
 * are errors; where the same was expected before, it is the other team that moved on, which makes
 * no error of it: releases of that team are judged by it.
 */
public final class ExpectedColumns implements Review {
  @Override
  public List<Finding> of(InForce.View before, Definitions after) {
    return after.sortedProducts().values().stream()
        .flatMap(
            consumer ->
                consumer.datasets().stream()
                    .flatMap(reader -> Expected.by(after, consumer, reader).stream()))
        .filter(Expected::isAsked)
        .flatMap(expected -> new Look(before.definitions(), after, expected).findings())
        .toList();
  }

  private record Look(Definitions before, Definitions after, Expected expected) {
    Stream<Finding> findings() {
      CheckSpec rule = expected.rule();
      Optional<DatasetName> target =
          NamedColumns.targetDataset(rule.type(), rule.settings()).flatMap(DatasetName::tryParse);
      boolean ownTarget = target.flatMap(after::producerOf).filter(this::isConsumer).isPresent();
      return Stream.concat(
          findings(
              Optional.of(expected.expectation().input()),
              NamedColumns.own(rule.type(), rule.settings())),
          findings(
              target.filter(to -> !ownTarget), NamedColumns.target(rule.type(), rule.settings())));
    }

    private boolean isConsumer(Product product) {
      return product.name().equals(expected.consumer());
    }

    private Stream<Finding> findings(Optional<DatasetName> on, List<String> columns) {
      Optional<Product> producer = on.flatMap(after::producerOf);
      Optional<Contract> contract =
          producer.flatMap(p -> p.dataset(on.get())).flatMap(Dataset::contract);
      return contract.stream()
          .flatMap(c -> columns.stream().filter(column -> isMissing(c, column)))
          .map(column -> finding(column, on.get(), producer.get().name(), contract.get()));
    }

    private static boolean isMissing(Contract contract, String column) {
      return NamedColumns.missing(contract.columns(), column).isPresent();
    }

    private Finding finding(
        String column, DatasetName on, ProductName producer, Contract contract) {
      boolean blocks = expected.rule().severity() == CheckSpec.Severity.ERROR;
      return new Finding(
          expected.isIn(before) ? Severity.WARNING : Severity.ERROR,
          "expectation-column",
          Subject.of(expected.reader()),
          expected.place(after),
          expected.consumer()
              + " expects "
              + expected.expectation().label()
              + ", but the contract "
              + contract.label()
              + " of "
              + on
              + ", which "
              + producer
              + " makes, has no column '"
              + column
              + "': the expectation fails on each candidate"
              + (blocks ? ", which holds it" : ""));
    }
  }
}
