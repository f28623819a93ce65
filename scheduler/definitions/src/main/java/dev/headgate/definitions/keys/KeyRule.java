package dev.headgate.definitions.keys;

/**
 * One key that an entry of a plugin's type may have.
 *
 * @param name the key; in a check {@code arguments.x} is the key {@code x} below {@code arguments}
 * @param file its value names a file: a text file is taken into the bundle, a jar digested. In a
 *     list these are the entries that begin with {@code ./} or {@code ../}, and jars
 * @param expected said in errors, for example {@code "a class name"}
 */
public record KeyRule(String name, Kind kind, boolean required, boolean file, String expected) {
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
