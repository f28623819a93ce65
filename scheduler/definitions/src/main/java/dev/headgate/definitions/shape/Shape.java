package dev.headgate.definitions.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a value may be. */
public sealed interface Shape {
  /** For errors: "expected …". */
  String expected();

  /** A single value, or anything. */
  enum Plain implements Shape {
    /** A text, blank or not. */
    TEXT("a text"),
    /** A text that is not blank. */
    NAME("a text"),
    /** Letters, digits, {@code _} and {@code -}. */
    ID("an id of letters, digits, '_' and '-'"),
    NUMBER("a number"),
    WHOLE("a whole number"),
    /** A whole number from 0. */
    SIZE("a whole number from 0"),
    FLAG("true or false"),
    /** A text, a number, true, false or nothing. */
    SINGLE("a single value"),
    /** A single value, which has to be read as a semantic version. */
    VERSION("MAJOR.MINOR.PATCH, for example 1.0.0"),
    /** A calendar day. */
    DAY("a day such as 2026-01-31"),
    /** A point in time. */
    INSTANT("a point in time such as 2026-01-31T12:00:00Z"),
    ANY("a value");

    private final String expected;

    Plain(String expected) {
      this.expected = expected;
    }

    @Override
    public String expected() {
      return expected;
    }
  }

  /**
   * One of a few words.
   *
   * @param anyCase whether upper case is as good; the words themselves are in lower case then
   */
  record Words(List<String> words, boolean anyCase) implements Shape {
    public Words(List<String> words) {
      this(words, false);
    }

    @Override
    public String expected() {
      return "one of " + String.join(", ", words);
    }
  }

  /**
   * A list.
   *
   * @param least how many items it has at least
   */
  record Items(Shape each, int least) implements Shape {
    @Override
    public String expected() {
      return "a list" + (each instanceof Fields f ? ", each " + f.what() : "");
    }
  }

  /** One of two, which are of different kinds of YAML. */
  record Either(Shape first, Shape second) implements Shape {
    @Override
    public String expected() {
      return first.expected() + " or " + second.expected();
    }
  }

  /** A shape that contains itself. */
  record Later(Supplier<Shape> shape) implements Shape {
    @Override
    public String expected() {
      return shape.get().expected();
    }
  }

  /**
   * One key of a mapping.
   *
   * @param nullable whether a key without a value counts as absent
   */
  record Field(Shape shape, boolean required, boolean nullable) {}

  /**
   * A mapping with known keys.
   *
   * @param what how errors call it, for example {@code a property}
   * @param named the key that tells which one it is, or an empty text
   * @param refused keys that would be known elsewhere, with why they are not here
   */
  record Fields(String what, String named, Map<String, Field> fields, Map<String, String> refused)
      implements Shape {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      refused = Map.copyOf(refused);
    }

    @Override
    public String expected() {
      return what;
    }
  }

  /**
   * A mapping whose keys depend on the word behind one of them.
   *
   * @param unknown its shape where that word is none of {@code kinds}
   */
  record Kinds(String key, Map<String, Fields> kinds, Fields unknown) implements Shape {
    public Kinds {
      kinds = Map.copyOf(kinds);
    }

    @Override
    public String expected() {
      return unknown.expected();
    }
  }
}
