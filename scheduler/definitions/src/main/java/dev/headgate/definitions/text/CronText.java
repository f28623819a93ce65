package dev.headgate.definitions.text;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Cron expressions: five fields are Unix cron, six or seven Quartz. */
public final class CronText {
  public static final String EXPECTED = "a cron expression such as \"30 6 * * *\"";
  private static final int LONGEST = 200;

  /** Whether an expression can fire is asked from here on, so that the answer stays the same. */
  private static final ZonedDateTime START =
      ZonedDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private CronText() {}

  /** What is wrong with it, if something is. */
  public static Optional<String> mistake(String expression) {
    String[] fields = expression.strip().split("\\s+", -1);
    if (fields.length < 5 || fields.length > 7 || expression.length() > LONGEST) {
      return Optional.of(
          "expected five fields (Unix cron), or six or seven (Quartz), found " + fields.length);
    }
    if (fields.length == 5 && !fields[2].equals("*") && !fields[4].equals("*")) {
      return Optional.of(
          "day of month and day of week are both given: expected '*' in one of them; "
              + "for either of two days write two cron conditions");
    }
    if (fields.length > 5 && fields[3].equals("?") == fields[5].equals("?")) {
      return Optional.of(
          "as Quartz: expected '?' either as day of month (the 4th field) or as day of week (the"
              + " 6th)");
    }
    CronType type = fields.length == 5 ? CronType.UNIX : CronType.QUARTZ;
    try {
      Cron cron =
          new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type))
              .parse(expression.strip())
              .validate();
      return ExecutionTime.forCron(cron).nextExecution(START).isPresent()
          ? Optional.empty()
          : Optional.of("it never fires, expected one that does");
    } catch (RuntimeException e) {
      // The parser throws whatever its own code runs into; all of it means: not an expression.
      String detail = e instanceof IllegalArgumentException ? e.getMessage() : "cannot be parsed";
      String dialect = type == CronType.UNIX ? "Unix cron" : "Quartz";
      return Optional.of(
          "as " + dialect + ": " + detail.replaceFirst("^Failed to parse[^.]*\\. ", ""));
    }
  }
}
