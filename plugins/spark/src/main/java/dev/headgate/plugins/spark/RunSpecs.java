package dev.headgate.plugins.spark;

import dev.headgate.jobs.protocol.RunSpec;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.WriteMode;
import dev.headgate.spi.JobRequest;
import java.util.List;

/** Tells an application what its run is. */
final class RunSpecs {
  private RunSpecs() {}

  static RunSpec of(JobRequest request) {
    return new RunSpec(
        request.product().toString(),
        request.release(),
        request.runId(),
        request.attempt(),
        request.catalog().uri(),
        request.catalog().warehouse(),
        request.datasets().stream().map(RunSpecs::target).toList(),
        request.parameters(),
        request.snapshotProperties());
  }

  private static RunSpec.Target target(Dataset dataset) {
    WriteMode mode = dataset.write();
    return new RunSpec.Target(
        dataset.name().toString(),
        dataset.partitionedBy(),
        word(mode),
        mode instanceof WriteMode.Merge merge ? merge.keys() : List.of());
  }

  private static String word(WriteMode mode) {
    if (mode instanceof WriteMode.Overwrite) {
      return "overwrite";
    } else if (mode instanceof WriteMode.OverwritePartitions) {
      return "overwrite-partitions";
    } else if (mode instanceof WriteMode.Append) {
      return "append";
    }
    return "merge";
  }
}
