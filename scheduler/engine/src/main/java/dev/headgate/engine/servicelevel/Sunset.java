package dev.headgate.engine.servicelevel;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The end of a dataset's life draws near.
 *
 * @param days that are left
 * @param warning which of the warnings is due: 30, 7 or 1 days before
 */
record Sunset(LocalDate date, long days, int warning) {
  private static final int[] WARNINGS = {1, 7, 30};

  /** The warning that is due; of several that passed by, the last one only. */
  static Optional<Sunset> of(Contract contract, Instant now) {
    return contract
        .serviceLevel(ServiceLevel.Kind.END_OF_LIFE)
        .flatMap(ServiceLevel::date)
        .flatMap(date -> of(date, now));
  }

  private static Optional<Sunset> of(LocalDate date, Instant now) {
    long days = ChronoUnit.DAYS.between(now.atOffset(ZoneOffset.UTC).toLocalDate(), date);
    return days <= 0
        ? Optional.empty()
        : IntStream.of(WARNINGS)
            .filter(warning -> days <= warning)
            .mapToObj(warning -> new Sunset(date, days, warning))
            .findFirst();
  }
}
