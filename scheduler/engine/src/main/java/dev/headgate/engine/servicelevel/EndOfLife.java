package dev.headgate.engine.servicelevel;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The end of a dataset's life, as its contract says.
 *
 * @param date from which on nobody should read it
 * @param days that are left, in UTC; 0 or less where it has ended
 */
record EndOfLife(LocalDate date, long days) {
  static Optional<EndOfLife> of(Contract contract, Instant now) {
    return contract
        .serviceLevel(ServiceLevel.Kind.END_OF_LIFE)
        .flatMap(ServiceLevel::date)
        .map(date -> new EndOfLife(date, daysTo(date, now)));
  }

  private static long daysTo(LocalDate date, Instant now) {
    return ChronoUnit.DAYS.between(now.atOffset(ZoneOffset.UTC).toLocalDate(), date);
  }
}
