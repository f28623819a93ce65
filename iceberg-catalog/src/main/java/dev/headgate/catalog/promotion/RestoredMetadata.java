package dev.headgate.catalog.promotion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headgate.catalog.view.Reserved;
import java.util.Map;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.exceptions.ValidationException;

/**
 * A table as it was, made from what it is now: snapshot, schema, partition spec, sort order and
 * properties are those of then; counters, UUID, format version and location stay, so that ids are
 * never given twice.
 */
final class RestoredMetadata {
  private RestoredMetadata() {}

  /**
   * Makes it.
   *
   * @throws ValidationException if what it is now no longer has the snapshot of then
   */
  static TableMetadata of(TableMetadata now, TableMetadata then) {
    ObjectNode json = MetadataJson.of(now);
    ObjectNode old = MetadataJson.of(then);
    restore(json, old, "schemas", "schema-id", "current-schema-id");
    restore(json, old, "partition-specs", "spec-id", "default-spec-id");
    restore(json, old, "sort-orders", "order-id", "default-sort-order-id");
    properties(json, Reserved.keep(then.properties(), now.properties()));
    snapshot(json, now, then);
    return MetadataJson.read(json);
  }

  private static void restore(
      ObjectNode json, ObjectNode old, String list, String idKey, String currentKey) {
    int id = old.path(currentKey).asInt();
    ArrayNode known = MetadataJson.array(json, list);
    if (find(known, idKey, id) == null) {
      known.add(find(MetadataJson.array(old, list), idKey, id));
    }
    json.put(currentKey, id);
  }

  private static JsonNode find(ArrayNode list, String idKey, int id) {
    for (JsonNode one : list) {
      if (one.path(idKey).asInt(-1) == id) {
        return one;
      }
    }
    return null;
  }

  private static void properties(ObjectNode json, Map<String, String> properties) {
    ObjectNode node = json.putObject("properties");
    properties.forEach(node::put);
  }

  private static void snapshot(ObjectNode json, TableMetadata now, TableMetadata then) {
    ObjectNode refs = MetadataJson.object(json, "refs");
    if (then.currentSnapshot() == null) {
      refs.remove("main");
      json.put("current-snapshot-id", -1);
      json.putArray("snapshot-log");
      return;
    }
    long id = then.currentSnapshot().snapshotId();
    if (now.snapshot(id) == null) {
      throw new ValidationException(
          "Cannot restore snapshot %s at %s: it is no longer in the table's metadata",
          id, now.location());
    }
    json.put("current-snapshot-id", id);
    refs.putObject("main").put("snapshot-id", id).put("type", "branch");
    ArrayNode log = MetadataJson.array(json, "snapshot-log");
    log.addObject().put("timestamp-ms", now.lastUpdatedMillis()).put("snapshot-id", id);
  }
}
