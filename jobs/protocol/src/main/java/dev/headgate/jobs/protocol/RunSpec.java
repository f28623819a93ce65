package dev.headgate.jobs.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a job is to do, as its launcher tells it. The branch's token is not part of it: it is in the
 * catalog configuration or in an environment variable of its own.
 *
 * @param runId for example {@code 12-daily_delays}
 * @param attempt from 1
 * @param uri of the lake's Iceberg REST endpoint
 * @param warehouse the branch to read and write
 * @param datasets what the job may write
 * @param parameters the release's parameters
 * @param snapshotProperties to be set in the summary of every snapshot that the job commits
 */
public record RunSpec(
    String product,
    long release,
    String runId,
    int attempt,
    String uri,
    String warehouse,
    List<Target> datasets,
    Map<String, String> parameters,
    Map<String, String> snapshotProperties) {
  /** The environment variable with the path of the file that holds it. */
  public static final String ENVIRONMENT = "HEADGATE_RUN_SPEC";

  public RunSpec {
    datasets = List.copyOf(datasets);
    parameters = Map.copyOf(parameters);
    snapshotProperties = Map.copyOf(snapshotProperties);
  }

  /**
   * One dataset that the job may write.
   *
   * @param name {@code domain.table}
   * @param partitionedBy Iceberg transforms, joined by commas
   * @param write {@code overwrite}, {@code overwrite-partitions}, {@code append} or {@code merge}
   * @param mergeKeys for {@code merge}
   */
  public record Target(
      String name, Optional<String> partitionedBy, String write, List<String> mergeKeys) {
    public Target {
      mergeKeys = List.copyOf(mergeKeys);
    }
  }

  /** The run that this process is, or empty if Headgate did not start it. */
  public static Optional<RunSpec> ofThisProcess() throws IOException {
    String file = System.getenv(ENVIRONMENT);
    return file == null ? Optional.empty() : Optional.of(parse(Files.readString(Path.of(file))));
  }

  public static RunSpec parse(String json) {
    JsonObject object = JsonObject.read(json);
    return new RunSpec(
        object.text("product"),
        object.number("release"),
        object.text("runId"),
        Math.toIntExact(object.number("attempt")),
        object.text("uri"),
        object.text("warehouse"),
        object.objects("datasets").stream().map(RunSpec::target).toList(),
        object.textMap("parameters"),
        object.textMap("snapshotProperties"));
  }

  private static Target target(JsonObject object) {
    return new Target(
        object.text("name"),
        object.optionalText("partitionedBy"),
        object.text("write"),
        object.texts("mergeKeys"));
  }

  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("product", product);
    json.put("release", release);
    json.put("runId", runId);
    json.put("attempt", attempt);
    json.put("uri", uri);
    json.put("warehouse", warehouse);
    json.put("datasets", datasets.stream().map(RunSpec::json).toList());
    json.put("parameters", parameters);
    json.put("snapshotProperties", snapshotProperties);
    return JsonWriter.write(json);
  }

  private static Map<String, Object> json(Target target) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", target.name());
    json.put("partitionedBy", target.partitionedBy().orElse(null));
    json.put("write", target.write());
    json.put("mergeKeys", target.mergeKeys());
    return json;
  }
}
