package dev.headgate.model.product;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One dataset of a product and how it is built.
 *
 * @param inputs the datasets that the job reads
 * @param partitionedBy an Iceberg transform such as {@code day(flight_date)}, or several joined by
 *     commas
 * @param attempts how often a run may be tried, at least 1
 * @param timeout of one attempt
 * @param digest of what decides its content: job, code, write mode, partitioning, inputs' names
 */
public record Dataset(
    DatasetName name,
    List<DatasetName> inputs,
    Optional<String> partitionedBy,
    Job job,
    WriteMode write,
    List<CheckSpec> checks,
    int attempts,
    Duration timeout,
    String digest) {
  public Dataset {
    inputs = List.copyOf(inputs);
    checks = List.copyOf(checks);
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
    }
  }
}
