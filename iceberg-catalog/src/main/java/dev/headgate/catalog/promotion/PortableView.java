package dev.headgate.catalog.promotion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.iceberg.view.ViewMetadata;
import org.apache.iceberg.view.ViewMetadataParser;

/**
 * A view whose names resolve in whatever catalog it is read through: what the run's session called
 * the catalog ({@code default-catalog}) means nothing to who reads it later.
 */
final class PortableView {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PortableView() {}

  static ViewMetadata of(ViewMetadata view) {
    try {
      JsonNode json = JSON.readTree(ViewMetadataParser.toJson(view));
      for (JsonNode version : json.path("versions")) {
        ((ObjectNode) version).remove("default-catalog");
      }
      return ViewMetadataParser.fromJson(json.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Iceberg wrote view metadata that is not JSON", e);
    }
  }
}
