package dev.headgate.catalog.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.TableMetadata;

/**
 * Lays reserved properties over stored metadata for a client, and takes them off what it sends
 * back.
 */
final class Serving {
  private Serving() {}

  /** The same metadata, from the same file, with these properties, and with no other labels. */
  static TableMetadata with(TableMetadata stored, Map<String, String> properties) {
    Set<String> hidden =
        stored.properties().keySet().stream()
            .filter(key -> Labels.is(key) && !properties.containsKey(key))
            .collect(Collectors.toSet());
    TableMetadata.Builder builder =
        TableMetadata.buildFrom(stored)
            .setProperties(properties)
            .removeProperties(hidden)
            .discardChanges();
    if (stored.metadataFileLocation() != null) {
      builder.withMetadataLocation(stored.metadataFileLocation());
    }
    return builder.build();
  }

  /** What a client wrote, with the reserved properties as they are stored. */
  static TableMetadata strip(
      TableMetadata written, Map<String, String> stored, Map<String, String> served) {
    Map<String, String> wanted =
        Reserved.keep(written.properties(), stored, Reserved.keysOf(served));
    if (wanted.equals(written.properties())) {
      return written;
    }
    Set<String> removed =
        written.properties().keySet().stream()
            .filter(key -> !wanted.containsKey(key))
            .collect(Collectors.toSet());
    return TableMetadata.buildFrom(written)
        .setProperties(new HashMap<>(wanted))
        .removeProperties(removed)
        .build();
  }
}
