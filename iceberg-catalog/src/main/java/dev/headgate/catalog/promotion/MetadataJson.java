package dev.headgate.catalog.promotion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;

/**
 * Table metadata as the JSON of the Iceberg table specification, for changes that Iceberg's own
 * builder cannot make (logs and times as if written now). Reading it back checks it.
 */
final class MetadataJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MetadataJson() {}

  static ObjectNode of(TableMetadata metadata) {
    try {
      return (ObjectNode) JSON.readTree(TableMetadataParser.toJson(metadata));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Iceberg wrote metadata that is not JSON", e);
    }
  }

  /** The metadata, bound to no file. */
  static TableMetadata read(JsonNode json) {
    return TableMetadataParser.fromJson(json.toString());
  }

  /** The array under a key, made if it is missing. */
  static ArrayNode array(ObjectNode json, String key) {
    return json.get(key) instanceof ArrayNode array ? array : json.putArray(key);
  }

  /** The object under a key, made if it is missing. */
  static ObjectNode object(ObjectNode json, String key) {
    return json.get(key) instanceof ObjectNode object ? object : json.putObject(key);
  }
}
