package dev.headgate.server.quartz;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * From Unix cron to Quartz. Unix counts weekdays from Sunday = 0 (and 7), Quartz from Sunday = 1;
 * and where Unix is given a day of month and a day of week it means either, which Quartz cannot
 * say: that becomes two expressions.
 */
final class CronTranslation {
  private static final int UNIX_FIELDS = 5;
  private static final int QUARTZ_FIELDS = 6;
  private static final int DAYS = 7;
  private static final List<String> NAMES =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private CronTranslation() {}

  /**
   * The Quartz expressions that together fire when {@code expression} says: one, or two.
   *
   * @throws IllegalArgumentException that says what is wrong
   */
  static List<String> toQuartz(String expression) {
    List<String> fields = Arrays.asList(expression.trim().split("\\s+"));
    if (fields.size() == QUARTZ_FIELDS || fields.size() == QUARTZ_FIELDS + 1) {
      return List.of(String.join(" ", fields));
    }
    if (fields.size() != UNIX_FIELDS) {
      throw new IllegalArgumentException(
          "'"
              + expression
              + "' has "
              + fields.size()
              + " fields: expected five (Unix cron), or six"
              + " or seven (Quartz)");
    }
    String time = "0 " + fields.get(0) + " " + fields.get(1) + " ";
    String dayOfMonth = fields.get(2);
    String month = fields.get(3);
    String dayOfWeek = fields.get(4);
    boolean anyDayOfMonth = dayOfMonth.equals("*");
    String days = daysOfWeek(dayOfWeek, expression);
    if (days.equals("*")) {
      return List.of(time + dayOfMonth + " " + month + " ?");
    }
    String byWeek = time + "? " + month + " " + days;
    if (anyDayOfMonth) {
      return List.of(byWeek);
    }
    if (dayOfMonth.startsWith("*") || dayOfWeek.startsWith("*")) {
      throw new IllegalArgumentException(
          "'"
              + expression
              + "' asks for a day of month and a day of week, one of them by '*/':"
              + " list the days instead");
    }
    return List.of(time + dayOfMonth + " " + month + " ?", byWeek);
  }

  /** The field as names of days, or {@code *} for all of them. */
  private static String daysOfWeek(String field, String expression) {
    Set<Integer> days = new TreeSet<>();
    for (String part : field.split(",", -1)) {
      days.addAll(part(part, expression));
    }
    return days.size() == DAYS
        ? "*"
        : days.stream().map(NAMES::get).collect(Collectors.joining(","));
  }

  private static Set<Integer> part(String part, String expression) {
    String[] stepped = part.split("/", -1);
    int step = stepped.length > 1 ? number(stepped[1], 1, DAYS, expression) : 1;
    int from;
    int to;
    if (stepped[0].equals("*")) {
      from = 0;
      to = DAYS - 1;
    } else {
      String[] range = stepped[0].split("-", -1);
      from = day(range[0], expression);
      to = range.length > 1 ? day(range[1], expression) : stepped.length > 1 ? DAYS - 1 : from;
      if (range.length > 1 && to < from) {
        to += DAYS;
      }
    }
    Set<Integer> days = new TreeSet<>();
    for (int day = from; day <= to; day += step) {
      days.add(day % DAYS);
    }
    return days;
  }

  private static int day(String text, String expression) {
    int named = NAMES.indexOf(text.toUpperCase(Locale.ROOT));
    return named >= 0 ? named : number(text, 0, DAYS, expression);
  }

  private static int number(String text, int least, int most, String expression) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' in '" + expression + "' is no day of week: expected 0 to 7 or SUN to SAT",
          e);
    }
    throw new IllegalArgumentException(
        "'"
            + text
            + "' in '"
            + expression
            + "' is out of range: expected "
            + least
            + " to "
            + most);
  }
}
