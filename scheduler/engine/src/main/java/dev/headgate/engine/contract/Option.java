package dev.headgate.engine.contract;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of {@code logicalTypeOptions} that is no bound, in two versions. A flag that is false says as
 * much as one that is missing.
 *
 * @param before and after: null where it is missing
 */
record Option(String key, Object before, Object after) {
  private static final Pattern SIZED = Pattern.compile("([iuf])(\\d{1,3})");

  Shift shift() {
    Optional<Object> was = said(before);
    Optional<Object> is = said(after);
    if (was.isEmpty() || is.isEmpty()) {
      return Shift.of(is.isEmpty(), was.isEmpty());
    }
    if (beforeText().equals(afterText())) {
      return Shift.SAME;
    }
    return switch (key) {
      case "multipleOf" -> multiples(was.get(), is.get());
      case "required" -> names(was.get(), is.get());
      case "format" -> sizes(beforeText(), afterText());
      default -> Shift.OTHER;
    };
  }

  private static Optional<Object> said(Object value) {
    return Optional.ofNullable(value).filter(v -> !v.equals(false));
  }

  String beforeText() {
    return said(before).map(Value::text).orElse("");
  }

  String afterText() {
    return said(after).map(Value::text).orElse("");
  }

  private static Shift multiples(Object was, Object is) {
    Optional<BigDecimal> old = Value.number(was).filter(n -> n.signum() > 0);
    Optional<BigDecimal> now = Value.number(is).filter(n -> n.signum() > 0);
    if (old.isEmpty() || now.isEmpty()) {
      return Shift.OTHER;
    }
    return Shift.of(
        old.get().remainder(now.get()).signum() == 0, now.get().remainder(old.get()).signum() == 0);
  }

  private static Shift names(Object was, Object is) {
    if (!(was instanceof List<?> old) || !(is instanceof List<?> now)) {
      return Shift.OTHER;
    }
    Set<Object> before = new HashSet<>(old);
    Set<Object> after = new HashSet<>(now);
    return Shift.of(before.containsAll(after), after.containsAll(before));
  }

  /** Numbers of more bits, such as {@code i64} after {@code i32}, include those of fewer. */
  private static Shift sizes(String was, String is) {
    Matcher old = SIZED.matcher(was);
    Matcher now = SIZED.matcher(is);
    if (!old.matches() || !now.matches() || !old.group(1).equals(now.group(1))) {
      return Shift.OTHER;
    }
    int grown = Integer.parseInt(now.group(2)) - Integer.parseInt(old.group(2));
    return Shift.of(grown >= 0, grown <= 0);
  }
}
