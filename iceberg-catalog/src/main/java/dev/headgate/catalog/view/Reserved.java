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
  private static final String GC = "gc.enabled";
  private static final String DATA_PATH = "write.data.path";
  private static final Set<String> KEYS =
      Set.of(
          GC,
          DATA_PATH,
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
          Labels.PREFIX);

  private Reserved() {}

  /** What is served where clients must delete nothing: they ask this property before they do. */
  static Map<String, String> withoutClientDeletes(Map<String, String> others) {
    Map<String, String> served = new TreeMap<>(others);
    served.put(GC, "false");
    return served;
  }

  /**
   * Which keys of a table are not the writer's, given what it is served with: of a fork all that
   * are reserved, of others what is served; labels of none.
   */
  static Predicate<String> keysOf(Map<String, String> served) {
    boolean fork = served.containsKey(GC) && served.containsKey(DATA_PATH);
    return fork ? Reserved::is : key -> served.containsKey(key) || Labels.is(key);
  }

  static boolean is(String key) {
    return KEYS.contains(key) || PREFIXES.stream().anyMatch(key::startsWith);
  }

  /** {@code written} with the reserved ones as they are in {@code stored}. */
  public static Map<String, String> keep(Map<String, String> written, Map<String, String> stored) {
    return keep(written, stored, Reserved::is);
  }

  static Map<String, String> keep(
      Map<String, String> written, Map<String, String> stored, Predicate<String> reserved) {
    Map<String, String> result = new TreeMap<>();
    copy(written, result, reserved.negate());
    copy(stored, result, reserved);
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
