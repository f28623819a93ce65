package dev.headgate.engine.grade;

import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.BreachStore.Breach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a product is graded by.
 *
 * @param verdicts the newest one on each of its last judged releases, newest first
 * @param breaches of service levels of its datasets, those that ended too
 * @param waivers in force for it, wholly or in part
 * @param promotedAt when what {@code main} shows was promoted first
 */
record Evidence(
    List<Dataset> datasets,
    List<Verdict> verdicts,
    List<Breach> breaches,
    List<Waiver> waivers,
    Optional<Instant> promotedAt) {
  Evidence {
    datasets = List.copyOf(datasets);
    verdicts = List.copyOf(verdicts);
    breaches = List.copyOf(breaches);
    waivers = List.copyOf(waivers);
  }
}
