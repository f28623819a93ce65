package dev.headgate.model.product;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Majors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One dataset of a product and how it is built.
 *
 * @param inputs the datasets that the job reads
 * @param accepts the majors of inputs' contracts that it can read, where its pipeline says so
 * @param expectations what it expects of its inputs
 * @param partitionedBy an Iceberg transform such as {@code day(flight_date)}, or several joined by
 *     commas
 * @param checks the rules of the pipeline and those of the contract
 * @param contract what is promised about it; empty where nothing is
 * @param attempts how often a run may be tried, at least 1
 * @param timeout of one attempt
 * @param digest of what decides its content: job, code, write mode, partitioning, inputs' names
 */
public record Dataset(
    DatasetName name,
    List<DatasetName> inputs,
    Map<DatasetName, Majors> accepts,
    List<Expectation> expectations,
    Optional<String> partitionedBy,
    Job job,
    WriteMode write,
    List<CheckSpec> checks,
    Optional<Contract> contract,
    int attempts,
    Duration timeout,
    String digest) {
  public Dataset {
    inputs = List.copyOf(inputs);
    accepts = accepts == null ? Map.of() : Map.copyOf(accepts);
    expectations = expectations == null ? List.of() : List.copyOf(expectations);
    checks = List.copyOf(checks);
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
    }
  }

  /** Without a contract, and with nothing said about its inputs'. */
  public Dataset(
      DatasetName name,
      List<DatasetName> inputs,
      Optional<String> partitionedBy,
      Job job,
      WriteMode write,
      List<CheckSpec> checks,
      int attempts,
      Duration timeout,
      String digest) {
    this(
        name,
        inputs,
        Map.of(),
        List.of(),
        partitionedBy,
        job,
        write,
        checks,
        Optional.empty(),
        attempts,
        timeout,
        digest);
  }
}
