package dev.headgate.plugins.spark;

import dev.headgate.spi.JobOutcome;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.QueryContext;
import org.apache.spark.QueryContextType;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/**
 * What Spark threw, for people: one short text, and whether trying again could help.
 *
 * @param message without plans, stack traces and codes
 * @param withoutData the same where the data must not be seen: only what Spark says of a statement
 *     before it reads anything is kept in full, of all else no more than Spark's name for it
 * @param retryable false for what is wrong in the statement or in the data
 */
record SparkFailure(String message, String withoutData, boolean retryable) {
  private static final int MOST_CHARS = 1500;

  /** Where Spark's message stops being for people. */
  private static final Pattern NOISE =
      Pattern.compile(
          "(?s)(\\n\\s*== |;\\s*\\n|\\n\\s*'|\\n\\nJVM stacktrace|\\n\\s+at |\\nDriver stacktrace).*");

  /** What Java and Iceberg's REST client put before the words of whoever refused. */
  private static final Pattern CLASSES =
      Pattern.compile(
          "^((?:[a-z_$][\\w$]*\\.)+[A-Z][\\w$]*(?:Exception|Error): )+"
              + "((?:Forbidden|Malformed request|Not authorized): )?");

  private static final Pattern SQLSTATE = Pattern.compile("\\s*SQLSTATE: [0-9A-Z]{5}\\.?");

  /** Where a statement is wrong, in Spark's words; ours are before or after the message. */
  private static final Pattern PLACE = Pattern.compile("; line \\d+ pos \\d+(?=\\s|$)");

  private static final Pattern SAID_STATE = Pattern.compile("SQLSTATE: ([0-9A-Z]{5})");

  /** What Spark calls an error, before its text. */
  private static final Pattern NAME = Pattern.compile("\\[[A-Z][A-Z0-9_.]*]");

  private static final String LEFT_OUT =
      "Spark's message is left out: it may quote values of classified columns";

  /** A syntax error comes without its place; the word it is at is known. */
  private static final Pattern NEAR = Pattern.compile("at or near '([^']+)'");

  /**
   * Classes of SQLSTATE that are the statement's or the data's fault, what the statement itself
   * raises ({@code assert_true}) among them; so that asking again gives the same.
   */
  private static final Set<String> FAULTS =
      Set.of(
          "07", "0A", "21", "22", "23", "2B", "2D", "38", "39", "3F", "42", "44", "46", "51", "54",
          "P0");

  /** Answers of a catalog that stay the same when asked again. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "(ForbiddenException|NotAuthorizedException|BadRequestException|ValidationException)");

  /** The failure behind {@code thrown} of a statement that is in {@code file}. */
  static SparkFailure of(Throwable thrown, String file, BoundSql sql) {
    Throwable cause = cause(thrown);
    String message = message(cause);
    String position = position(cause, message, sql).map(found -> ":" + found).orElse("");
    String place = file + position + ": ";
    return new SparkFailure(
        place + shortened(message), place + withoutData(cause, message), retryable(cause, message));
  }

  /** The failure behind {@code thrown} of a statement that somebody typed. */
  static SparkFailure of(Throwable thrown, String sql) {
    Throwable cause = cause(thrown);
    String message = message(cause);
    String position =
        position(cause, message, BoundSql.plain(sql)).map(at -> " (at " + at + ")").orElse("");
    return new SparkFailure(
        shortened(message) + position,
        withoutData(cause, message) + position,
        retryable(cause, message));
  }

  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof ExecutionException || cause instanceof CompletionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String message(Throwable cause) {
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getName());
  }

  private static boolean retryable(Throwable cause, String message) {
    if (cause instanceof AnalysisException
        || cause instanceof WritePlan.NotPossible
        || cause instanceof IllegalArgumentException
        || REFUSED.matcher(message).find()) {
      return false;
    }
    String state = state(cause, message);
    return state.length() != 5 || !FAULTS.contains(state.substring(0, 2));
  }

  private static String state(Throwable cause, String message) {
    String state = cause instanceof SparkThrowable spark ? spark.getSqlState() : null;
    if (state == null) {
      Matcher said = SAID_STATE.matcher(message);
      state = said.find() ? said.group(1) : "";
    }
    return state;
  }

  private static String withoutData(Throwable cause, String message) {
    String known = cause instanceof SparkThrowable spark ? spark.getSqlState() : null;
    if (cause instanceof AnalysisException || (known != null && known.startsWith("42"))) {
      return shortened(message);
    }
    Matcher name = NAME.matcher(message);
    return (name.lookingAt() ? name.group() + " " : "the query failed; ") + LEFT_OUT;
  }

  private static Optional<String> position(Throwable cause, String message, BoundSql sql) {
    if (cause instanceof SparkThrowable spark) {
      for (QueryContext context : spark.getQueryContext()) {
        if (context.contextType() == QueryContextType.SQL
            && sql.text().contains(context.fragment())) {
          return Optional.of(sql.place(context.startIndex()).toString());
        }
      }
    }
    Matcher near = NEAR.matcher(message);
    if (near.find()) {
      int at = sql.text().indexOf(near.group(1));
      if (at >= 0 && at == sql.text().lastIndexOf(near.group(1))) {
        return Optional.of(sql.place(at).toString());
      }
    }
    return Optional.empty();
  }

  /** Spark's message, as far as it is for people. */
  static String shortened(String message) {
    String text = NOISE.matcher(message).replaceFirst("");
    text = SQLSTATE.matcher(text).replaceAll("");
    text = PLACE.matcher(text).replaceAll("");
    text = CLASSES.matcher(text.strip()).replaceFirst("");
    text = text.replaceAll("\\s+", " ").strip();
    return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
  }

  JobOutcome.Failed outcome() {
    return new JobOutcome.Failed(message, retryable);
  }
}
