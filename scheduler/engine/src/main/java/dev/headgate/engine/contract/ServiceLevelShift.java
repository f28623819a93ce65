package dev.headgate.engine.contract;

import dev.headgate.model.contract.ServiceLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** How two service levels of one kind compare: which promises more. */
final class ServiceLevelShift {
  private static final Instant FROM = Instant.parse("2001-01-01T00:00:00Z");

  private ServiceLevelShift() {}

  static Shift between(ServiceLevel was, ServiceLevel is) {
    return switch (was.kind()) {
      case LATENCY, FREQUENCY -> more(was, is, ServiceLevelShift::length);
      case RETENTION -> less(was, is, ServiceLevelShift::length);
      case TIME_OF_AVAILABILITY -> more(was, is, ServiceLevelShift::time);
      case GENERAL_AVAILABILITY -> more(was, is, ServiceLevelShift::day);
      case END_OF_SUPPORT, END_OF_LIFE -> less(was, is, ServiceLevelShift::day);
      case OTHER -> text(was, is);
    };
  }

  /** More of it promises less. */
  private static Shift more(
      ServiceLevel was, ServiceLevel is, Function<ServiceLevel, Optional<Long>> measure) {
    Optional<Long> before = measure.apply(was);
    Optional<Long> after = measure.apply(is);
    if (before.isEmpty() || after.isEmpty()) {
      return text(was, is);
    }
    return Shift.of(after.get() >= before.get(), after.get() <= before.get());
  }

  /** Less of it promises less. */
  private static Shift less(
      ServiceLevel was, ServiceLevel is, Function<ServiceLevel, Optional<Long>> measure) {
    Optional<Long> before = measure.apply(was);
    Optional<Long> after = measure.apply(is);
    if (before.isEmpty() || after.isEmpty()) {
      return text(was, is);
    }
    return Shift.of(after.get() <= before.get(), after.get() >= before.get());
  }

  private static Shift text(ServiceLevel was, ServiceLevel is) {
    return was.value().equals(is.value()) ? Shift.SAME : Shift.OTHER;
  }

  /** In seconds, from the first day of a common year on. */
  private static Optional<Long> length(ServiceLevel level) {
    return level.amount().map(length -> ChronoUnit.SECONDS.between(FROM, length.after(FROM)));
  }

  private static Optional<Long> time(ServiceLevel level) {
    return level
        .time()
        .map(t -> (long) t.toLocalTime().toSecondOfDay() - t.getOffset().getTotalSeconds());
  }

  private static Optional<Long> day(ServiceLevel level) {
    return level.date().map(LocalDate::toEpochDay);
  }
}
