package dev.headgate.engine.plan;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.engine.Subject;
import dev.headgate.engine.facts.InForce;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places.Kind;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Contracts whose end of life has come, while other products still read their datasets. */
final class PassedSunsets implements Review {
  private final Supplier<Instant> now;

  PassedSunsets(Supplier<Instant> now) {
    this.now = now;
  }

  @Override
  public List<Finding> of(InForce.View before, Definitions after) {
    LocalDate today = now.get().atOffset(ZoneOffset.UTC).toLocalDate();
    InForce.View view = InForce.View.of(before.revision(), after);
    List<Finding> findings = new ArrayList<>();
    for (Product product : after.sortedProducts().values()) {
      for (Dataset dataset : product.datasets()) {
        Optional<LocalDate> sunset = sunset(dataset).filter(day -> !day.isAfter(today));
        List<ProductName> readers =
            view.consumers(dataset.name()).stream()
                .filter(consumer -> !consumer.equals(product.name()))
                .distinct()
                .sorted()
                .toList();
        if (sunset.isPresent() && !readers.isEmpty()) {
          findings.add(finding(after, dataset.name(), sunset.get(), readers));
        }
      }
    }
    return findings;
  }

  /** Nobody should read it from this day on. */
  private static Optional<LocalDate> sunset(Dataset dataset) {
    return dataset
        .contract()
        .flatMap(contract -> contract.serviceLevel(ServiceLevel.Kind.END_OF_LIFE))
        .flatMap(ServiceLevel::date);
  }

  private static Finding finding(
      Definitions after, DatasetName dataset, LocalDate sunset, List<ProductName> readers) {
    return new Finding(
        Severity.WARNING,
        "sunset-passed",
        Subject.of(dataset),
        after.places().of(Kind.CONTRACT, dataset, ""),
        "the contract of "
            + dataset
            + " has ended its life on "
            + sunset
            + ", and "
            + readers.stream().map(ProductName::toString).collect(Collectors.joining(", "))
            + (readers.size() == 1 ? " reads it" : " read it")
            + ": expected a day to come, or consumers that have left");
  }
}
