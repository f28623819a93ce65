package dev.headgate.model.release;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt to make a new version of a product.
 *
 * @param id a number, counted over all products
 * @param revision counts this record's changes; a change is a compare-and-swap on it
 * @param reason why it ended or waits, in one sentence
 * @param blockedBy what it waits for, each in one sentence
 * @param fingerprint of the state that it was started for; unique among releases that are live or
 *     promoted
 * @param baseInstant the instant that its branch starts at; 0 until the branch is made
 * @param digest of what would be promoted; set when the branch is frozen
 * @param lakeVersion the n of {@code version-<n>} that its promotion made
 * @param startedBecause the reasons of the decision that started it
 * @param datasets for each dataset that it builds, the dataset's fingerprint; the product's others
 *     are reused
 * @param inputs for each input from outside the product, its state at the base instant
 * @param definitionDigest {@code Product.digest} that it is built and judged by
 * @param submission the job that writes the whole product, for a {@code SUBMIT}
 * @param restores for a rollback, the promoted release whose state it restores
 * @param requestedBy the actor, or {@code headgate} where a trigger started it
 */
public record Release(
    long id,
    long revision,
    ProductName product,
    ReleaseKind kind,
    ReleaseState state,
    Optional<String> reason,
    List<String> blockedBy,
    String fingerprint,
    long baseInstant,
    Optional<String> digest,
    Optional<Long> lakeVersion,
    List<String> startedBecause,
    Map<DatasetName, String> datasets,
    Map<DatasetName, String> inputs,
    Map<String, String> parameters,
    String definitionDigest,
    Optional<Job> submission,
    Optional<Long> restores,
    String requestedBy,
    Instant createdAt,
    Optional<Instant> endedAt) {
  public Release {
    blockedBy = List.copyOf(blockedBy);
    startedBecause = List.copyOf(startedBecause);
    datasets = Map.copyOf(datasets);
    inputs = Map.copyOf(inputs);
    parameters = Map.copyOf(parameters);
  }

  /** The view of its branch, and the branch's name in the lake: {@code release-<id>}. */
  public String warehouse() {
    return "release-" + id;
  }
}
