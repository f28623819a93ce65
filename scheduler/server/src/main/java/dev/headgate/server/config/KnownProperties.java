package dev.headgate.server.config;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything that may be set. */
public final class KnownProperties {
  /** All properties with a fixed name. */
  public static final List<Property<?>> ALL =
      Stream.of(
              HttpConfig.PROPERTIES,
              DatabaseConfig.PROPERTIES,
              LakeConfig.PROPERTIES,
              EngineSettings.PROPERTIES,
              QueryConfig.PROPERTIES,
              PluginSettings.PROPERTIES,
              PolicySettings.PROPERTIES,
              ServerConfig.PROPERTIES)
          .<Property<?>>flatMap(List::stream)
          .toList();

  /** What comes after these is for someone else to understand: a plugin, the file system. */
  public static final List<String> PREFIXES =
      List.of(PluginSettings.PREFIX, LakeConfig.HADOOP_PREFIX);

  private static final int NEAR = 3;

  private KnownProperties() {}

  static boolean isKnown(String key) {
    return ALL.stream().anyMatch(p -> p.key().equals(key))
        || PREFIXES.stream().anyMatch(p -> key.startsWith(p) && key.length() > p.length());
  }

  /** The nearest known key as a question, or where to look. */
  static String suggestion(String key) {
    return ALL.stream()
        .map(Property::key)
        .filter(known -> distance(key, known) <= NEAR)
        .min(Comparator.comparingInt(known -> distance(key, known)))
        .map(known -> "; did you mean '" + known + "'?")
        .orElse("; known are " + String.join(", ", ALL.stream().map(Property::key).toList()));
  }

  /** How many letters must be changed, added or removed to make one of the other. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
