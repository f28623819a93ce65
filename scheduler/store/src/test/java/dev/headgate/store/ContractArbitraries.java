package dev.headgate.store;

import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.contract.Column;
import dev.headgate.model.contract.Compatibility;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.LogicalType;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.contract.ServiceLevel;
import dev.headgate.model.contract.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any contracts and what they are made of. */
final class ContractArbitraries {
  private ContractArbitraries() {}

  static Arbitrary<Contract> contracts() {
    return Combinators.combine(
            versions(),
            columns(),
            checks().list().ofMaxSize(2),
            serviceLevels().list().ofMaxSize(3),
            Arbitraries.of(Contract.Status.class),
            Arbitraries.of(Compatibility.class),
            ModelArbitraries.settings(),
            ModelArbitraries.texts())
        .as(
            (version, columns, rules, levels, status, compatibility, custom, texts) ->
                new Contract(
                    "id",
                    "daily_delays",
                    "contracts/daily.odcs.yaml",
                    version,
                    status,
                    texts.stream().findFirst(),
                    columns,
                    rules,
                    texts,
                    levels,
                    compatibility,
                    texts,
                    texts,
                    custom,
                    "digest"));
  }

  static Arbitrary<Majors> majors() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 999_999_999);
    return Combinators.combine(numbers, numbers)
        .as((a, b) -> new Majors(Math.min(a, b), Math.max(a, b)));
  }

  static Arbitrary<CheckSpec> checks() {
    return Combinators.combine(
            Arbitraries.strings(),
            ModelArbitraries.settings(),
            Arbitraries.of(Severity.class),
            Arbitraries.of(Origin.Kind.class))
        .as((text, settings, severity, kind) -> check(text, settings, severity, kind));
  }

  private static CheckSpec check(
      String text, Map<String, Object> settings, Severity severity, Origin.Kind kind) {
    return new CheckSpec(text, text, settings, severity, new Origin(kind, text));
  }

  private static Arbitrary<Version> versions() {
    Arbitrary<Integer> part = Arbitraries.integers().between(0, 999_999_999);
    return Combinators.combine(part, part, part).as(Version::new);
  }

  private static Arbitrary<List<Column>> columns() {
    Arbitrary<Column> leaves = column(Arbitraries.just(List.of()));
    return column(leaves.list().ofMaxSize(2)).list().ofMaxSize(3);
  }

  private static Arbitrary<Column> column(Arbitrary<List<Column>> fields) {
    return Combinators.combine(
            Arbitraries.strings(),
            Arbitraries.of(LogicalType.class).optional(),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 9).optional(),
            ModelArbitraries.settings(),
            ModelArbitraries.settings(),
            ModelArbitraries.texts(),
            fields)
        .as(
            (text, type, flag, position, options, allowed, terms, parts) ->
                new Column(
                    text,
                    type,
                    type.map(t -> text),
                    flag,
                    !flag,
                    position.map(OptionalInt::of).orElse(OptionalInt.empty()),
                    flag ? OptionalInt.of(1) : OptionalInt.empty(),
                    terms.stream().findFirst(),
                    flag,
                    terms.stream().findFirst(),
                    options,
                    List.copyOf(allowed.values()),
                    terms,
                    parts));
  }

  private static Arbitrary<ServiceLevel> serviceLevels() {
    Arbitrary<OffsetTime> times =
        Combinators.combine(
                Arbitraries.longs().between(0, LocalTime.MAX.toNanoOfDay()),
                Arbitraries.integers().between(-18 * 3600, 18 * 3600))
            .as(
                (nano, offset) ->
                    LocalTime.ofNanoOfDay(nano).atOffset(ZoneOffset.ofTotalSeconds(offset)));
    Arbitrary<LocalDate> dates =
        Arbitraries.longs().between(-1_000_000, 1_000_000).map(LocalDate::ofEpochDay);
    return Combinators.combine(
            Arbitraries.of(ServiceLevel.Kind.class),
            Arbitraries.strings(),
            Arbitraries.of("PT26H", "P3Y", "P30D", "PT0.5S")
                .map(ServiceLevel.Length::new)
                .optional(),
            dates.optional(),
            times.optional(),
            Arbitraries.strings().optional())
        .as(
            (kind, text, length, date, time, column) ->
                new ServiceLevel(
                    kind, text, text, length, date, time, column, column, Optional.empty()));
  }
}
