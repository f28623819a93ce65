package dev.headgate.plugins.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a table is partitioned. Read from Iceberg's words ({@code day(flight_date), bucket(16, id)})
 * or Spark's ({@code days(flight_date)}), equal if both mean the same.
 */
record Partitioning(List<Field> fields) {
  static final Partitioning NONE = new Partitioning(List.of());

  private static final Map<String, Transform> NAMES =
      Map.ofEntries(
          Map.entry("identity", Transform.IDENTITY),
          Map.entry("year", Transform.YEARS),
          Map.entry("years", Transform.YEARS),
          Map.entry("month", Transform.MONTHS),
          Map.entry("months", Transform.MONTHS),
          Map.entry("day", Transform.DAYS),
          Map.entry("days", Transform.DAYS),
          Map.entry("date", Transform.DAYS),
          Map.entry("hour", Transform.HOURS),
          Map.entry("hours", Transform.HOURS),
          Map.entry("date_hour", Transform.HOURS),
          Map.entry("bucket", Transform.BUCKET),
          Map.entry("truncate", Transform.TRUNCATE));
  private static final Pattern CALL =
      Pattern.compile("(\\w+)\\s*(?:\\[\\s*(\\d+)\\s*])?\\s*\\((.*)\\)");
  private static final Pattern COLUMN = Pattern.compile("[^()\\[\\],\\s]+");

  Partitioning {
    fields = List.copyOf(fields);
  }

  /** Iceberg's transforms that a table can be partitioned by. */
  enum Transform {
    IDENTITY,
    YEARS,
    MONTHS,
    DAYS,
    HOURS,
    BUCKET,
    TRUNCATE
  }

  /** One partition field; {@code width} for bucket and truncate. */
  record Field(Transform transform, Optional<Integer> width, String column) {
    String sql() {
      String name = Sql.columnPath(column);
      return switch (transform) {
        case IDENTITY -> name;
        case YEARS, MONTHS, DAYS, HOURS ->
            transform.name().toLowerCase(Locale.ROOT) + "(" + name + ")";
        case BUCKET, TRUNCATE ->
            transform.name().toLowerCase(Locale.ROOT)
                + "("
                + width.orElseThrow()
                + ", "
                + name
                + ")";
      };
    }
  }

  /** Throws {@link IllegalArgumentException} that says what is expected. */
  static Partitioning parse(String text) {
    List<Field> fields = new ArrayList<>();
    for (String part : split(text)) {
      fields.add(field(part.strip()));
    }
    return new Partitioning(fields);
  }

  private static List<String> split(String text) {
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
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static Field field(String part) {
    Matcher call = CALL.matcher(part);
    if (!call.matches()) {
      return new Field(Transform.IDENTITY, Optional.empty(), column(part, part));
    }
    Transform transform = NAMES.get(call.group(1).toLowerCase(Locale.ROOT));
    if (transform == null) {
      throw wrong(part);
    }
    List<String> arguments = new ArrayList<>();
    Optional.ofNullable(call.group(2)).ifPresent(arguments::add);
    for (String argument : call.group(3).split(",", -1)) {
      arguments.add(argument.strip());
    }
    return switch (transform) {
      case IDENTITY, YEARS, MONTHS, DAYS, HOURS -> {
        if (arguments.size() != 1) {
          throw wrong(part);
        }
        yield new Field(transform, Optional.empty(), column(arguments.get(0), part));
      }
      case BUCKET, TRUNCATE -> wide(transform, arguments, part);
    };
  }

  private static Field wide(Transform transform, List<String> arguments, String part) {
    if (arguments.size() != 2) {
      throw wrong(part);
    }
    boolean widthFirst = isNumber(arguments.get(0));
    String width = arguments.get(widthFirst ? 0 : 1);
    if (!isNumber(width)) {
      throw wrong(part);
    }
    return new Field(
        transform,
        Optional.of(Integer.valueOf(width)),
        column(arguments.get(widthFirst ? 1 : 0), part));
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9]{1,9}");
  }

  private static String column(String text, String part) {
    String name = text.replace("`", "");
    if (!COLUMN.matcher(name).matches()) {
      throw wrong(part);
    }
    return name.toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException wrong(String part) {
    return new IllegalArgumentException(
        "partitionedBy: '"
            + part
            + "' is no Iceberg transform: expected a column, year(c), month(c), day(c), hour(c),"
            + " bucket(n, c) or truncate(n, c)");
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /** As in Spark's {@code PARTITIONED BY (…)}, without the parentheses. */
  String sql() {
    return fields.stream().map(Field::sql).collect(Collectors.joining(", "));
  }
}
