package dev.headgate.definitions.yaml;

import java.util.List;
import java.util.Locale;

/** A YAML value with its position. */
public sealed interface Yaml {
  At at();

  /** How it is called where something else was expected. */
  String found();

  /** One key of a mapping. */
  record Entry(String key, At at, Yaml value) {}

  /** Keys and values, in order, each key once. */
  record Mapping(At at, List<Entry> entries) implements Yaml {
    @Override
    public String found() {
      return "a mapping";
    }
  }

  /** A list. */
  record Sequence(At at, List<Yaml> items) implements Yaml {
    @Override
    public String found() {
      return "a list";
    }
  }

  /** A single value; {@code text} is as written, without quotes. */
  record Scalar(At at, String text, Kind kind) implements Yaml {
    private static final int SHOWN = 60;

    @Override
    public String found() {
      if (kind == Kind.NOTHING) {
        return "nothing";
      }
      if (kind == Kind.NUMBER) {
        String number = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return "the number "
            + number
            + NumberText.objection(text).map(why -> ", " + why).orElse("");
      }
      if (kind != Kind.TEXT) {
        return "the " + kind.name().toLowerCase(Locale.ROOT) + " " + text;
      }
      return quoted(text);
    }
  }

  /** What a scalar is, by YAML's core schema. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    NOTHING
  }

  /** A text in quotes on one line, shortened if long. */
  static String quoted(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) > Scalar.SHOWN) {
      line = line.substring(0, line.offsetByCodePoints(0, Scalar.SHOWN)) + "…";
    }
    return "'" + line + "'";
  }
}
