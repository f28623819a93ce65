package dev.headgate.definitions.text;

import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Iceberg partition transforms in a text, checked and written in one way. */
public final class PartitionText {
  public static final String EXPECTED =
      "Iceberg transforms such as day(ts), bucket(16, id), truncate(4, name) or a column";
  private static final List<String> TIME = List.of("year", "month", "day", "hour");
  private static final List<String> NUMBERED = List.of("bucket", "truncate");
  private static final List<String> ALL =
      List.of("identity", "year", "month", "day", "hour", "bucket", "truncate");
  private static final Pattern COLUMN = Pattern.compile("\\w+(\\.\\w+)*");
  private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\(([^()]*)\\)");

  private PartitionText() {}

  /** Splits at commas outside parentheses. */
  public static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /** One transform and the column that it is of. */
  public record Transform(String name, String column, String text) {
    /** Whether Iceberg would refuse both in one table. */
    public boolean repeats(Transform other) {
      return column.equals(other.column)
          && (text.equals(other.text) || (TIME.contains(name) && TIME.contains(other.name)));
    }
  }

  /** The transform, or a problem. */
  public static Optional<Transform> parse(String text, At at, Problems problems) {
    if (COLUMN.matcher(text).matches()) {
      return Optional.of(new Transform("identity", text, text));
    }
    Matcher call = CALL.matcher(text);
    String mistake;
    if (!call.matches()) {
      mistake =
          text.contains("(") != text.contains(")")
              ? "a parenthesis is missing; in a [list] put a transform with a comma in quotes"
              : "expected " + EXPECTED;
    } else if (!ALL.contains(call.group(1))) {
      mistake = "unknown transform, " + Suggestion.of(call.group(1), ALL);
    } else {
      String name = call.group(1);
      List<String> arguments = split(call.group(2));
      boolean numbered = NUMBERED.contains(name);
      String column = arguments.get(arguments.size() - 1);
      boolean valid =
          arguments.size() == (numbered ? 2 : 1)
              && COLUMN.matcher(column).matches()
              && (!numbered || arguments.get(0).matches("[1-9]\\d{0,8}"));
      if (valid) {
        String written =
            name.equals("identity") ? column : name + "(" + String.join(", ", arguments) + ")";
        return Optional.of(new Transform(name, column, written));
      }
      mistake =
          numbered
              ? "expected " + name + "(number, column), for example " + name + "(16, id)"
              : "expected " + name + "(column)";
    }
    problems.add(at, "'partitionedBy': " + Yaml.quoted(text) + ": " + mistake);
    return Optional.empty();
  }
}
