package dev.headgate.store;

import dev.headgate.model.ExactNumber;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Expectation;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.Places;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.PromotionPolicy;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.product.WriteMode;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any records of the model's sealed types, and any settings as YAML can give them. */
final class ModelArbitraries {
  private ModelArbitraries() {}

  static Arbitrary<Decision> decisions() {
    Arbitrary<List<String>> texts = texts();
    Arbitrary<Map<DatasetName, String>> states =
        Arbitraries.maps(datasetNames(), Arbitraries.strings()).ofMaxSize(4);
    Arbitrary<Decision> start =
        Combinators.combine(
                texts,
                Arbitraries.strings(),
                states,
                states,
                Arbitraries.maps(Arbitraries.strings(), Arbitraries.strings()).ofMaxSize(4),
                Arbitraries.strings())
            .as(Decision.Start::new);
    Arbitrary<Decision> wait = Combinators.combine(texts, texts).as(Decision.Wait::new);
    return Arbitraries.oneOf(start, wait, texts.map(Decision.UpToDate::new));
  }

  static Arbitrary<WriteMode> writeModes() {
    Arbitrary<WriteMode> merge =
        Arbitraries.strings().list().ofMinSize(1).ofMaxSize(4).map(WriteMode.Merge::new);
    return Arbitraries.oneOf(
        Arbitraries.of(
            new WriteMode.Overwrite(), new WriteMode.OverwritePartitions(), new WriteMode.Append()),
        merge);
  }

  static Arbitrary<Trigger> triggers() {
    Arbitrary<Trigger.Condition> inputs =
        Arbitraries.of(true, false).map(all -> new Trigger.Inputs(all));
    Arbitrary<Trigger.Condition> cron =
        Combinators.combine(
                Arbitraries.strings(),
                Arbitraries.of("America/New_York", "UTC", "Z", "+02:00", "Europe/Berlin")
                    .map(ZoneId::of))
            .as(Trigger.Cron::new);
    return Arbitraries.oneOf(inputs, cron).list().ofMaxSize(4).map(Trigger::new);
  }

  static Arbitrary<Map<String, Object>> settings() {
    Arbitrary<Object> scalar =
        Arbitraries.oneOf(
            Arbitraries.strings().map(Object.class::cast),
            Arbitraries.longs().map(Object.class::cast),
            Arbitraries.integers().map(i -> (Object) (long) i),
            Arbitraries.bigDecimals()
                .between(BigDecimal.TEN.pow(37).negate(), BigDecimal.TEN.pow(37))
                .ofScale(20)
                .map(ExactNumber::of),
            Arbitraries.doubles().map(d -> ExactNumber.of(BigDecimal.valueOf(d))),
            Arbitraries.of(true, false).map(Object.class::cast));
    Arbitrary<Object> nested =
        Arbitraries.oneOf(
            scalar,
            scalar.list().ofMaxSize(3).map(Object.class::cast),
            Arbitraries.maps(Arbitraries.strings(), scalar).ofMaxSize(3).map(Object.class::cast));
    return Arbitraries.maps(Arbitraries.strings(), nested).ofMaxSize(4);
  }

  static Product product(
      Trigger trigger,
      WriteMode write,
      Map<String, Object> settings,
      String text,
      Optional<Contract> contract,
      Map<DatasetName, Majors> accepts,
      List<CheckSpec> rules) {
    return new Product(
        Samples.DELAYS,
        trigger,
        Map.of(text, new Product.Parameter(Product.ParameterType.DATE, true)),
        List.of(
            new Dataset(
                Samples.DAILY,
                List.of(Samples.DAILY),
                accepts,
                rules.stream().map(r -> new Expectation(Samples.DAILY, r)).toList(),
                Optional.of(text),
                new Job(text, settings, Map.of(text, text)),
                write,
                rules,
                contract,
                2,
                Duration.ofSeconds(text.length(), 5),
                text)),
        List.of(new Product.Notification(text, settings, List.of(text))),
        PromotionPolicy.AUTOMATIC,
        text);
  }

  static Arbitrary<List<String>> texts() {
    return Arbitraries.strings().list().ofMaxSize(4);
  }

  static Arbitrary<DatasetName> datasetNames() {
    Arbitrary<String> part =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars("_09")
            .ofMinLength(1)
            .ofMaxLength(6);
    return Combinators.combine(part, part).as(DatasetName::new);
  }

  static Arbitrary<Verdict> verdicts() {
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(-4_000_000_000_000_000L, 4_000_000_000_000_000L)
            .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.strings(),
            findings().list().ofMaxSize(4),
            times,
            times.optional())
        .as((id, text, findings, at, until) -> new Verdict(id, text, text, findings, at, until));
  }

  private static Arbitrary<Finding> findings() {
    Arbitrary<Finding.Sample> samples =
        Combinators.combine(texts(), texts().list().ofMaxSize(3), Arbitraries.of(true, false))
            .as(Finding.Sample::new);
    Arbitrary<Finding.Evidence> evidence =
        Combinators.combine(Arbitraries.of(Finding.Source.class), Arbitraries.of(true, false))
            .as(Finding.Evidence::new);
    return Combinators.combine(
            datasetNames().optional(),
            ContractArbitraries.checks(),
            Arbitraries.of(Finding.Outcome.class),
            Arbitraries.strings().optional(),
            evidence.optional(),
            Arbitraries.longs().optional(),
            samples.optional())
        .as(
            (dataset, rule, outcome, measured, source, waiver, sample) ->
                new Finding(
                        dataset,
                        rule.name(),
                        rule.severity(),
                        outcome,
                        rule.origin(),
                        measured,
                        rule.type(),
                        source,
                        waiver,
                        sample)
                    .at(measured.map(file -> new Places.Place(file, 31, 7))));
  }
}
