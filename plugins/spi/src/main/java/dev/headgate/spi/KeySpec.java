package dev.headgate.spi;

import java.util.List;

/**
 * One key that an entry of a definition may have, so that mistakes are found with file, line and
 * column.
 *
 * @param expected said in errors, for example {@code "a class name"}
 * @param file its value names a file beside the definition: a text file is uploaded, a jar
 *     digested; in a list this holds for each element that starts with {@code ./}
 * @param allowed the values that a text may have; empty: any
 */
public record KeySpec(
    String name, Type type, boolean required, boolean file, String expected, List<String> allowed) {
  public KeySpec {
    allowed = List.copyOf(allowed);
  }

  private KeySpec(String name, Type type, boolean required, boolean file, String expected) {
    this(name, type, required, file, expected, List.of());
  }

  /** A text that is one of these words. */
  public static KeySpec optional(String name, List<String> allowed) {
    String expected = "one of " + String.join(", ", allowed);
    return new KeySpec(name, Type.STRING, false, false, expected, allowed);
  }

  public static KeySpec required(String name, Type type, String expected) {
    return new KeySpec(name, type, true, false, expected);
  }

  public static KeySpec optional(String name, Type type, String expected) {
    return new KeySpec(name, type, false, false, expected);
  }

  public static KeySpec file(String name, String expected) {
    return new KeySpec(name, Type.STRING, true, true, expected);
  }

  /**
   * A list of which each element that starts with {@code ./} names a file beside the definition;
   * other elements are plain text.
   */
  public static KeySpec listWithFiles(String name, String expected) {
    return new KeySpec(name, Type.LIST_OF_STRINGS, true, true, expected);
  }

  /** What a value may be. */
  public enum Type {
    STRING,
    NUMBER,
    BOOLEAN,
    LIST_OF_STRINGS,
    MAP_OF_STRINGS,
    /** A map whose values may be anything that a definition can hold, lists and maps included. */
    MAP
  }
}
