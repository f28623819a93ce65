package dev.headgate.engine.run;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.Product;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.Run;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run is to do.
 *
 * @param datasets what it writes
 * @param attempts how often it may be tried
 */
record Order(Job job, List<Dataset> datasets, int attempts, Duration timeout) {
  static Order of(Run run, Release release, Product product, Duration submitTimeout) {
    if (release.submission().isPresent()) {
      return new Order(release.submission().get(), product.datasets(), 1, submitTimeout);
    }
    Dataset dataset =
        product
            .dataset(run.dataset())
            .orElseThrow(
                () -> new IllegalStateException(run + " builds nothing of " + product.name()));
    return new Order(dataset.job(), List.of(dataset), dataset.attempts(), dataset.timeout());
  }

  Set<DatasetName> writable() {
    return datasets.stream().map(Dataset::name).collect(Collectors.toSet());
  }
}
