package dev.headgate.spi;

import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One attempt of one run.
 *
 * @param runId for example {@code 12-daily_delays}
 * @param attempt from 1
 * @param datasets what it may write; one for a pipeline's job, all of the product for a submission
 * @param files contents of the text files that the job names, by the path as written
 * @param parameters the release's parameters
 * @param snapshotProperties to be set in the summary of every snapshot that it commits
 * @param log its output goes here, appended; the folder exists
 * @param timeout after which it will be interrupted
 */
public record JobRequest(
    ProductName product,
    long release,
    String runId,
    int attempt,
    Job job,
    List<Dataset> datasets,
    Map<String, String> files,
    Map<String, String> parameters,
    CatalogAccess catalog,
    Map<String, String> snapshotProperties,
    Path log,
    Duration timeout) {
  public JobRequest {
    datasets = List.copyOf(datasets);
    files = Map.copyOf(files);
    parameters = Map.copyOf(parameters);
    snapshotProperties = Map.copyOf(snapshotProperties);
  }
}
