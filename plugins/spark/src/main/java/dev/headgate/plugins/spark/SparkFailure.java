package dev.headgate.plugins.spark;

import dev.headgate.spi.JobOutcome;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/**
 * What Spark threw, for people: one short text, and whether trying again could help.
 *
 * @param message without plans, stack traces and codes
 * @param retryable false for what is wrong in the statement or in the data
 */
record SparkFailure(String message, boolean retryable) {
  private static final int MOST_CHARS = 1500;

  /** Where Spark's message stops being for people. */
  private static final Pattern NOISE =
      Pattern.compile(
          "(?s)(\\n\\s*== |;\\s*\\n|\\n\\s*'|\\n\\nJVM stacktrace|\\n\\s+at |\\nDriver stacktrace).*");

  private static final Pattern SQLSTATE = Pattern.compile("\\s*SQLSTATE: [0-9A-Z]{5}\\.?");
  private static final Pattern POSITION =
      Pattern.compile("\\(?line (\\d+),? pos(?:ition)?:? ?(\\d+)\\)?");

  /** Classes of SQLSTATE that are the statement's or the data's fault. */
  private static final Set<String> FAULTS =
      Set.of("07", "0A", "21", "22", "23", "2B", "2D", "38", "39", "42", "44");

  /** Answers of a catalog that stay the same when asked again. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "(ForbiddenException|NotAuthorizedException|BadRequestException|ValidationException)");

  /** The failure behind {@code thrown}, in {@code file} where the statement is from one. */
  static SparkFailure of(Throwable thrown, Optional<String> file) {
    Throwable cause = thrown;
    while ((cause instanceof ExecutionException || cause instanceof CompletionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String whole = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getName());
    String text = whole;
    Optional<String> position = position(whole);
    if (file.isPresent()) {
      text = file.get() + position.map(p -> ":" + p).orElse("") + ": " + shortened(whole);
    } else {
      text = shortened(whole) + position.map(p -> " (line:column " + p + ")").orElse("");
    }
    return new SparkFailure(text, retryable(cause, whole));
  }

  private static boolean retryable(Throwable cause, String message) {
    if (cause instanceof AnalysisException
        || cause instanceof WritePlan.NotPossible
        || cause instanceof IllegalArgumentException
        || REFUSED.matcher(message).find()) {
      return false;
    }
    String state = cause instanceof SparkThrowable spark ? spark.getSqlState() : null;
    if (state == null) {
      Matcher said = Pattern.compile("SQLSTATE: ([0-9A-Z]{5})").matcher(message);
      state = said.find() ? said.group(1) : "";
    }
    return state.length() != 5 || !FAULTS.contains(state.substring(0, 2));
  }

  private static Optional<String> position(String message) {
    Matcher matcher = POSITION.matcher(message);
    return matcher.find()
        ? Optional.of(matcher.group(1) + ":" + (Integer.parseInt(matcher.group(2)) + 1))
        : Optional.empty();
  }

  private static String shortened(String message) {
    String text = NOISE.matcher(message).replaceFirst("");
    text = SQLSTATE.matcher(text).replaceAll("");
    text = POSITION.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    text = text.replaceAll("[;\\s]+$", "");
    return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
  }

  JobOutcome.Failed outcome() {
    return new JobOutcome.Failed(message, retryable);
  }
}
