package dev.headgate.catalog.view;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Table properties that belong to Headgate where a table is gated or forked: they are neither
 * staged on a branch nor promoted. They say where files go, and when clients delete them.
 */
public final class Reserved {
  private static final Set<String> KEYS =
      Set.of(
          "gc.enabled",
          "write.data.path",
          "write.metadata.path",
          "write.metadata.previous-versions-max",
          "write.wap.enabled");
  private static final List<String> PREFIXES =
      List.of(
          "write.object-storage.",
          "write.location-provider.",
          "write.metadata.delete-after-commit.",
          "history.expire.",
          "encryption.",
          "headgate.");

  private Reserved() {}

  static boolean is(String key) {
    return KEYS.contains(key) || PREFIXES.stream().anyMatch(key::startsWith);
  }

  /** {@code written} with the reserved ones as they are in {@code stored}. */
  public static Map<String, String> keep(Map<String, String> written, Map<String, String> stored) {
    Map<String, String> result = new TreeMap<>();
    copy(written, result, key -> !is(key));
    copy(stored, result, Reserved::is);
    return result;
  }

  private static void copy(
      Map<String, String> from, Map<String, String> to, Predicate<String> which) {
    from.forEach(
        (key, value) -> {
          if (which.test(key)) {
            to.put(key, value);
          }
        });
  }
}
