package dev.headgate.engine.servicelevel;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.lake.TableDescription.ColumnBounds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether the service levels of a contract are met. Promises about data begin with the first
 * promotion; what is proposed or a draft promises nothing, and what is retired only that it ends.
 */
public final class ServiceLevels {
  private ServiceLevels() {}

  /** Each that can be judged, once, by property. */
  public static List<Judged> judge(Contract contract, Facts facts, Instant now) {
    Map<String, Judged> judged = new TreeMap<>();
    for (ServiceLevel level : contract.serviceLevels()) {
      judge(contract, level, facts, now)
          .ifPresent(result -> judged.merge(result.property(), result, Judged::worse));
    }
    return List.copyOf(judged.values());
  }

  private static Optional<Judged> judge(
      Contract contract, ServiceLevel level, Facts facts, Instant now) {
    boolean ofData = isPromised(contract.status()) && facts.lastPromotion().isPresent();
    return switch (level.kind()) {
      case LATENCY -> ofData ? level.amount().map(a -> latency(level, facts, now)) : none();
      case FREQUENCY -> ofData ? level.amount().map(a -> frequency(level, facts, now)) : none();
      case TIME_OF_AVAILABILITY ->
          ofData ? level.time().map(time -> availability(level, time, facts, now)) : none();
      case RETENTION -> ofData ? retention(level, facts, now) : none();
      case GENERAL_AVAILABILITY ->
          isPromised(contract.status())
              ? level.date().map(date -> available(level, date, facts, now))
              : none();
      case END_OF_SUPPORT ->
          level.date().map(date -> endOfSupport(level, date, contract.status(), now));
      case END_OF_LIFE ->
          level.date().map(date -> endOfLife(level, date, contract.status(), facts, now));
      case OTHER -> none();
    };
  }

  private static Optional<Judged> none() {
    return Optional.empty();
  }

  private static boolean isPromised(Contract.Status status) {
    return switch (status) {
      case ACTIVE, DEPRECATED -> true;
      case PROPOSED, DRAFT, RETIRED -> false;
    };
  }

  /** The age of the column's greatest value, or of the promotion where no column is named. */
  private static Judged latency(ServiceLevel level, Facts facts, Instant now) {
    if (level.column().isEmpty()) {
      return age(level, "the newest promotion", facts.lastPromotion().orElseThrow(), now);
    }
    String column = level.column().get();
    Optional<String> newest = bounds(facts, column).flatMap(ColumnBounds::upper);
    return newest
        .flatMap(Moments::end)
        .map(end -> age(level, "the newest " + column + ", " + newest.get() + ",", end, now))
        .orElseGet(() -> untold(level, column, "greatest"));
  }

  private static Judged frequency(ServiceLevel level, Facts facts, Instant now) {
    return age(level, "the newest promotion", facts.lastPromotion().orElseThrow(), now);
  }

  private static Judged age(ServiceLevel level, String what, Instant since, Instant now) {
    return Judged.of(
        name(level),
        amount(level).after(since).isBefore(now),
        what
            + " is "
            + Moments.words(Duration.between(since, now))
            + " old, and at most "
            + level.amount().orElseThrow()
            + " is promised");
  }

  /** Of the newest deadline that has passed: something was promoted on its day, or since. */
  private static Judged availability(
      ServiceLevel level, OffsetTime time, Facts facts, Instant now) {
    OffsetDateTime today = now.atOffset(time.getOffset());
    OffsetDateTime deadline = today.toLocalDate().atTime(time);
    LocalDate day =
        deadline.isAfter(today) ? today.toLocalDate().minusDays(1) : today.toLocalDate();
    Instant start = day.atStartOfDay().toInstant(time.getOffset());
    return Judged.of(
        name(level),
        facts.lastPromotion().orElseThrow().isBefore(start),
        "nothing was promoted on " + day + ", and by " + time + " each day is promised");
  }

  /** Only once the product is as old as what it promises to keep. */
  private static Optional<Judged> retention(ServiceLevel level, Facts facts, Instant now) {
    if (level.amount().isEmpty() || level.column().isEmpty()) {
      return none();
    }
    boolean oldEnough =
        facts.firstPromotion().filter(f -> !amount(level).after(f).isAfter(now)).isPresent();
    if (!oldEnough) {
      return Optional.of(Judged.met(name(level)));
    }
    String column = level.column().get();
    Optional<LocalDate> oldest =
        bounds(facts, column).flatMap(ColumnBounds::lower).flatMap(Moments::day);
    LocalDate needed = amount(level).before(now).atOffset(ZoneOffset.UTC).toLocalDate();
    return Optional.of(
        oldest
            .map(
                day ->
                    Judged.of(
                        name(level),
                        day.isAfter(needed),
                        "the oldest "
                            + column
                            + " is of "
                            + day
                            + ", and "
                            + level.amount().orElseThrow()
                            + " back, to "
                            + needed
                            + ", is promised"))
            .orElseGet(() -> untold(level, column, "least")));
  }

  private static Judged available(ServiceLevel level, LocalDate date, Facts facts, Instant now) {
    return Judged.of(
        name(level),
        today(now).isAfter(date) && facts.lastPromotion().isEmpty(),
        "nothing was promoted yet, and it is promised since " + date);
  }

  private static Judged endOfSupport(
      ServiceLevel level, LocalDate date, Contract.Status status, Instant now) {
    return Judged.of(
        name(level),
        today(now).isAfter(date) && status == Contract.Status.ACTIVE,
        "its support ended on "
            + date
            + ", and its contract is still active: say that it is deprecated or retired");
  }

  private static Judged endOfLife(
      ServiceLevel level, LocalDate date, Contract.Status status, Facts facts, Instant now) {
    boolean active = status == Contract.Status.ACTIVE;
    boolean read = !facts.consumers().isEmpty();
    String still =
        read
            ? "it is still read by "
                + String.join(", ", facts.consumers().stream().map(Object::toString).toList())
            : "its contract is still active";
    return Judged.of(
        name(level),
        !today(now).isBefore(date) && (active || read),
        "its life ended on " + date + ", and " + still);
  }

  private static LocalDate today(Instant now) {
    return now.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static String name(ServiceLevel level) {
    return level.property() + level.column().map(c -> " of " + c).orElse("");
  }

  private static ServiceLevel.Length amount(ServiceLevel level) {
    return level.amount().orElseThrow();
  }

  private static Optional<ColumnBounds> bounds(Facts facts, String column) {
    return facts
        .table()
        .flatMap(
            table ->
                table.columns().entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(column))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  private static Judged untold(ServiceLevel level, String column, String which) {
    return Judged.unknown(
        name(level), "the table's metadata does not tell the " + which + " " + column);
  }
}
