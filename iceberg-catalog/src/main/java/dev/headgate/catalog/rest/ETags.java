package dev.headgate.catalog.rest;

import java.util.Arrays;
import java.util.TreeMap;
import org.apache.iceberg.TableMetadata;

/**
 * Tells what a client has from what it would be served. Properties count beside the metadata file:
 * a table that becomes gated is served with others, from the same file.
 */
final class ETags {
  private ETags() {}

  static String of(TableMetadata served, String snapshots) {
    String identity =
        new Sha256()
            .put(String.valueOf(served.metadataFileLocation()))
            .put(snapshots)
            .put(new TreeMap<>(served.properties()).toString())
            .hex();
    return '"' + identity.substring(0, 32) + '"';
  }

  /** Whether an {@code If-None-Match} header names this tag. */
  static boolean matches(String header, String etag) {
    return Arrays.stream(header.split(",", -1))
        .map(String::trim)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
  }
}
