package dev.headgate.catalog.state;

import java.util.List;
import org.apache.iceberg.catalog.Namespace;

/** Picks the direct children among all namespaces below one. */
final class Children {
  private Children() {}

  static List<Namespace> of(Namespace parent, List<String> below) {
    return below.stream()
        .map(joined -> new Name(joined, "").asNamespace())
        .filter(child -> child.length() == parent.length() + 1)
        .toList();
  }
}
