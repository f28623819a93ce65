package dev.headgate.server.api;

import dev.headgate.engine.ProductState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What {@code main} shows of every product. Scripts rely on these names. */
record StatusView(long lakeVersion, List<ProductStatus> products) {
  /**
   * One product.
   *
   * @param currentRelease the release whose promotion {@code main} shows
   * @param breaches service levels that are not met now
   * @param endingInputs what it reads and should not much longer
   * @param grade A to F
   * @param waivers exceptions that hold for it now, wholly or in part
   */
  record ProductStatus(
      String product,
      ProductState state,
      Optional<Long> currentRelease,
      List<DatasetStatus> datasets,
      List<BreachView> breaches,
      List<EndingView> endingInputs,
      String grade,
      List<WaiverView> waivers) {}

  /** One dataset; without a snapshot until it was first promoted. */
  record DatasetStatus(String name, OptionalLong snapshotId, OptionalLong rows) {}
}
