package dev.headgate.catalog.promotion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headgate.catalog.state.Branch;
import dev.headgate.catalog.view.BranchView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableProperties;

/**
 * What {@code main} will show of a table: the fork's state, with the history of what {@code main}
 * showed before. The fork's own Iceberg branch becomes a tag; snapshot log and metadata log say
 * what happened to {@code main}, and when.
 */
final class FinalMetadata {
  private FinalMetadata() {}

  /**
   * Makes the final metadata.
   *
   * @param base what main shows of the same table; empty for a new one
   * @param refName the Iceberg branch of the fork, and the tag of the promoted
   */
  static TableMetadata of(
      TableMetadata fork, Optional<TableMetadata> base, String refName, long nowMillis) {
    ObjectNode json = MetadataJson.of(fork);
    long now = Math.max(nowMillis, fork.lastUpdatedMillis());
    json.put("last-updated-ms", now);
    Optional<ObjectNode> baseJson = base.map(MetadataJson::of);
    refs(json, baseJson, refName, fork);
    thinOut(MetadataJson.object(json, "refs"), fork, now);
    json.set("snapshot-log", snapshotLog(baseJson, fork, now));
    json.set("metadata-log", metadataLog(baseJson, base));
    return MetadataJson.read(json);
  }

  private static void refs(
      ObjectNode json, Optional<ObjectNode> base, String refName, TableMetadata fork) {
    ObjectNode refs = MetadataJson.object(json, "refs");
    refs.remove(refName);
    refs.remove(BranchView.PUBLISHED);
    base.map(b -> b.path("refs").get(BranchView.PUBLISHED))
        .ifPresent(own -> refs.set(BranchView.PUBLISHED, own));
    if (fork.currentSnapshot() != null) {
      refs.putObject(refName)
          .put("snapshot-id", fork.currentSnapshot().snapshotId())
          .put("type", "tag");
    }
  }

  private static void thinOut(ObjectNode refs, TableMetadata fork, long nowMillis) {
    Map<String, Long> tags = new HashMap<>();
    for (Map.Entry<String, JsonNode> ref : refs.properties()) {
      Snapshot snapshot = fork.snapshot(ref.getValue().path("snapshot-id").asLong());
      boolean ours =
          Branch.isRefName(ref.getKey()) && ref.getValue().path("type").asText().equals("tag");
      if (ours && snapshot != null) {
        tags.put(ref.getKey(), snapshot.timestampMillis());
      }
    }
    refs.remove(TagRetention.superfluous(tags, nowMillis));
  }

  private static ArrayNode snapshotLog(
      Optional<ObjectNode> base, TableMetadata fork, long nowMillis) {
    ArrayNode log = copyOf(base, "snapshot-log");
    if (fork.currentSnapshot() == null) {
      return log;
    }
    long current = fork.currentSnapshot().snapshotId();
    boolean moved =
        log.isEmpty() || log.get(log.size() - 1).path("snapshot-id").asLong() != current;
    if (moved) {
      log.addObject().put("timestamp-ms", nowMillis).put("snapshot-id", current);
    }
    return dropUnknown(log, fork);
  }

  /** Entries of snapshots that the fork no longer has would make the log invalid. */
  private static ArrayNode dropUnknown(ArrayNode log, TableMetadata fork) {
    ArrayNode known = log.arrayNode();
    for (JsonNode entry : log) {
      if (fork.snapshot(entry.path("snapshot-id").asLong()) != null) {
        known.add(entry);
      }
    }
    return known;
  }

  private static ArrayNode metadataLog(
      Optional<ObjectNode> baseJson, Optional<TableMetadata> base) {
    ArrayNode log = copyOf(baseJson, "metadata-log");
    base.ifPresent(
        b ->
            log.addObject()
                .put("timestamp-ms", b.lastUpdatedMillis())
                .put("metadata-file", b.metadataFileLocation()));
    int max =
        base.map(
                b ->
                    b.propertyAsInt(
                        TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
                        TableProperties.METADATA_PREVIOUS_VERSIONS_MAX_DEFAULT))
            .orElse(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX_DEFAULT);
    while (log.size() > Math.max(1, max)) {
      log.remove(0);
    }
    return log;
  }

  private static ArrayNode copyOf(Optional<ObjectNode> json, String key) {
    ArrayNode copy = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
    json.map(j -> List.copyOf(iterable(j.path(key)))).ifPresent(copy::addAll);
    return copy;
  }

  private static List<JsonNode> iterable(JsonNode array) {
    List<JsonNode> entries = new java.util.ArrayList<>();
    array.forEach(entries::add);
    return entries;
  }
}
