package dev.headgate.engine.fake;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.ServiceLevel.Kind;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes service levels down. */
public final class FakeServiceLevels {
  private FakeServiceLevels() {}

  /** A length of time, of promotions. */
  public static ServiceLevel within(Kind kind, String length) {
    return level(
        kind,
        Optional.of(new ServiceLevel.Length(length)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A length of time, of the values in a column. */
  public static ServiceLevel within(Kind kind, String length, String column) {
    return level(
        kind,
        Optional.of(new ServiceLevel.Length(length)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(column));
  }

  public static ServiceLevel on(Kind kind, String date) {
    return level(
        kind,
        Optional.empty(),
        Optional.of(LocalDate.parse(date)),
        Optional.empty(),
        Optional.empty());
  }

  public static ServiceLevel daily(String time) {
    return level(
        Kind.TIME_OF_AVAILABILITY,
        Optional.empty(),
        Optional.empty(),
        Optional.of(OffsetTime.parse(time)),
        Optional.empty());
  }

  private static ServiceLevel level(
      Kind kind,
      Optional<ServiceLevel.Length> amount,
      Optional<LocalDate> date,
      Optional<OffsetTime> time,
      Optional<String> column) {
    String property = kind.name().toLowerCase(Locale.ROOT);
    return new ServiceLevel(
        kind,
        property,
        "as written",
        amount,
        date,
        time,
        column,
        Optional.empty(),
        Optional.empty());
  }

  /** The contract of a dataset that promises these. */
  public static Contract contract(
      String dataset, Contract.Status status, ServiceLevel... promised) {
    Contract plain = FakeContracts.of(dataset, "1.0.0");
    return new Contract(
        plain.id(),
        plain.object(),
        plain.file(),
        plain.version(),
        status,
        plain.description(),
        plain.columns(),
        plain.rules(),
        plain.documentation(),
        List.of(promised),
        plain.compatibility(),
        plain.owners(),
        plain.promotionApprovers(),
        plain.customProperties(),
        plain.digest() + status + List.of(promised));
  }
}
