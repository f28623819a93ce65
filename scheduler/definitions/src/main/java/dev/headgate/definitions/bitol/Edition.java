package dev.headgate.definitions.bitol;

/** A version of a standard: the constant of an enum that has the oldest first. */
public interface Edition {
  int ordinal();

  /** For errors, for example {@code ODCS}. */
  String standard();

  /** What a document of it is called, for example {@code contract}. */
  String document();

  /** Whether it is this version or a later one. */
  default boolean isAtLeast(Edition other) {
    return ordinal() >= other.ordinal();
  }
}
