package dev.headgate.server.api;

import dev.headgate.engine.ProductState;
import dev.headgate.engine.grade.Graded;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.store.BreachStore.Breach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A product as it is defined.
 *
 * @param breaches service levels that are not met now
 * @param waivers exceptions that hold for it now, wholly or in part
 */
record ProductView(
    String product,
    ProductState state,
    List<String> owners,
    Optional<DescriptorView> descriptor,
    List<String> triggers,
    List<String> datasets,
    List<String> inputs,
    int approvalsNeeded,
    List<String> approvalsFrom,
    List<BreachView> breaches,
    GradeView grade,
    List<WaiverView> waivers) {
  static ProductView of(
      Product product,
      Definitions definitions,
      ProductState state,
      List<Breach> open,
      Graded graded,
      Instant now) {
    List<DatasetName> own = product.datasets().stream().map(Dataset::name).toList();
    return new ProductView(
        product.name().toString(),
        state,
        graded.owners(),
        Optional.ofNullable(definitions.descriptors().get(product.name())).map(DescriptorView::of),
        product.trigger().any().stream().map(ProductView::words).toList(),
        own.stream().map(DatasetName::toString).toList(),
        product.datasets().stream()
            .flatMap(dataset -> dataset.inputs().stream())
            .filter(input -> !own.contains(input))
            .distinct()
            .sorted()
            .map(DatasetName::toString)
            .toList(),
        product.promotion().need(),
        product.promotion().from(),
        BreachView.of(product, open),
        GradeView.of(graded.grade()),
        graded.waivers().stream().map(w -> WaiverView.of(w, now)).toList());
  }

  private static String words(Trigger.Condition condition) {
    if (condition instanceof Trigger.Cron cron) {
      return "cron " + cron.expression() + " (" + cron.zone() + ")";
    }
    return condition instanceof Trigger.Inputs inputs && inputs.all()
        ? "all inputs were promoted"
        : "any input was promoted";
  }
}
