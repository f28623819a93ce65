package dev.headgate.definitions.keys;

import java.util.List;

/**
 * One key that an entry of a plugin's type may have.
 *
 * @param name the key; in a check {@code arguments.x} is the key {@code x} below {@code arguments}
 * @param file its value names a file: a text file is taken into the bundle, a jar digested. In a
 *     list these are the entries that begin with {@code ./} or {@code ../}, and jars
 * @param expected said in errors, for example {@code "a class name"}
 * @param allowed the values that a text may have; empty: any
 */
public record KeyRule(
    String name, Kind kind, boolean required, boolean file, String expected, List<String> allowed) {
  public KeyRule {
    allowed = List.copyOf(allowed);
  }

  /** Any value of its kind. */
  public KeyRule(String name, Kind kind, boolean required, boolean file, String expected) {
    this(name, kind, required, file, expected, List.of());
  }

  /** What a value may be. */
  public enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    /** Numbers and booleans in it count as text, as written. */
    LIST_OF_STRINGS,
    /** Numbers and booleans in it count as text, as written. */
    MAP_OF_STRINGS,
    /** A mapping whose values may be anything, lists and mappings included. */
    MAP
  }
}
