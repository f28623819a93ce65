package dev.headgate.model.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/**
 * One entry of ODCS' {@code slaProperties}.
 *
 * @param kind what it promises
 * @param property its name as written
 * @param value as written, without the unit
 * @param amount of {@code LATENCY}, {@code FREQUENCY} and {@code RETENTION}: how long; a {@link
 *     java.time.Duration} up to days, a {@link Period} for months and years
 * @param date of {@code GENERAL_AVAILABILITY}, {@code END_OF_SUPPORT} and {@code END_OF_LIFE}
 * @param time of {@code TIME_OF_AVAILABILITY}: by when, each day
 * @param column that the data's age is read from; empty: the time of promotion counts
 */
public record ServiceLevel(
    Kind kind,
    String property,
    String value,
    Optional<Length> amount,
    Optional<LocalDate> date,
    Optional<OffsetTime> time,
    Optional<String> column,
    Optional<String> driver,
    Optional<String> description) {
  /** What is watched, and what is only read. */
  public enum Kind {
    /** The newest data, or promotion, is never older than this. */
    LATENCY,
    /** A promotion at least this often. */
    FREQUENCY,
    /** Each day's promotion by this time. */
    TIME_OF_AVAILABILITY,
    /** Data is kept at least this long. */
    RETENTION,
    GENERAL_AVAILABILITY,
    END_OF_SUPPORT,
    /** The sunset: nobody should read it from this day on. */
    END_OF_LIFE,
    /** Read and shown, not watched: nothing here can measure it. */
    OTHER
  }

  /**
   * A length of time as ISO 8601 text, such as {@code PT26H} or {@code P3Y}.
   *
   * @param iso the text
   */
  public record Length(String iso) {
    public TemporalAmount amount() {
      return iso.contains("T") ? java.time.Duration.parse(iso) : Period.parse(iso);
    }

    /** So long after a moment, by UTC's calendar; the last moment where that runs out. */
    public Instant after(Instant moment) {
      TemporalAmount amount = amount();
      try {
        return moment.atOffset(ZoneOffset.UTC).plus(amount).toInstant();
      } catch (ArithmeticException | DateTimeException e) {
        return OffsetDateTime.MAX.toInstant();
      }
    }

    /** So long before a moment, by UTC's calendar; the first moment where that runs out. */
    public Instant before(Instant moment) {
      TemporalAmount amount = amount();
      try {
        return moment.atOffset(ZoneOffset.UTC).minus(amount).toInstant();
      } catch (ArithmeticException | DateTimeException e) {
        return OffsetDateTime.MIN.toInstant();
      }
    }

    @Override
    public String toString() {
      return iso;
    }
  }
}
