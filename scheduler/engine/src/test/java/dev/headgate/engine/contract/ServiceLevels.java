package dev.headgate.engine.contract;

import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.ServiceLevel.Kind;
import dev.headgate.model.contract.ServiceLevel.Length;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.Optional;

/** Service levels for tests, by the names that ODCS gives them. */
final class ServiceLevels {
  private ServiceLevels() {}

  static ServiceLevel of(String property, String value, String column) {
    Kind kind =
        switch (property) {
          case "latency" -> Kind.LATENCY;
          case "frequency" -> Kind.FREQUENCY;
          case "timeOfAvailability" -> Kind.TIME_OF_AVAILABILITY;
          case "retention" -> Kind.RETENTION;
          case "generalAvailability" -> Kind.GENERAL_AVAILABILITY;
          case "endOfSupport" -> Kind.END_OF_SUPPORT;
          case "endOfLife" -> Kind.END_OF_LIFE;
          default -> Kind.OTHER;
        };
    return new ServiceLevel(
        kind,
        property,
        value,
        value.startsWith("P") ? Optional.of(new Length(value)) : Optional.empty(),
        property.startsWith("end") || property.equals("generalAvailability")
            ? Optional.of(LocalDate.parse(value))
            : Optional.empty(),
        kind == Kind.TIME_OF_AVAILABILITY ? Optional.of(OffsetTime.parse(value)) : Optional.empty(),
        Optional.ofNullable(column),
        Optional.empty(),
        Optional.empty());
  }
}
