package dev.headgate.engine.servicelevel;

import dev.headgate.model.contract.Contract;
import java.time.Instant;
import java.time.LocalDate;
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
    return EndOfLife.of(contract, now).filter(end -> end.days() > 0).flatMap(Sunset::due);
  }

  private static Optional<Sunset> due(EndOfLife end) {
    return IntStream.of(WARNINGS)
        .filter(warning -> end.days() <= warning)
        .mapToObj(warning -> new Sunset(end.date(), end.days(), warning))
        .findFirst();
  }
}
