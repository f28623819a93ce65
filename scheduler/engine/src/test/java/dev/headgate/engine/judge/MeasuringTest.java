package dev.headgate.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.fake.FakeStore;
import dev.headgate.engine.fake.TestClock;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.pace.Interruptible;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Change;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.MetricStore.Measurement;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.Check;
import dev.headgate.spi.EventSink;
import dev.headgate.spi.Launcher;
import dev.headgate.spi.Notifier;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.PolicyLanguage;
import dev.headgate.spi.QueryEngine;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What checks are told of the state before. */
class MeasuringTest {
  private static final DatasetName ORDERS = DatasetName.parse("sales.orders");
  private static final long BASE = 41;
  private static final CheckSpec ROWS =
      new CheckSpec(
          "rows",
          "rowCount",
          Map.of("mustBeGreaterThan", 0L),
          Severity.ERROR,
          new Origin(Origin.Kind.PIPELINE, "pipeline.yaml"));

  private final Ledger ledger = new Ledger(new FakeStore(), new TestClock());

  @Test
  void whatWasMeasuredOnTheBaseIsToldAlsoWhereEverythingWasOverwritten() throws Exception {
    measured(BASE, 7, true);
    measured(BASE - 1, 6, true);

    Check.Request request = request(OptionalLong.of(BASE), Optional.empty());

    assertThat(request.earlier()).isEqualTo(Map.of("rows", BigDecimal.valueOf(7)));
    assertThat(request.base()).contains("`sales`.`orders` VERSION AS OF 41");
  }

  @Test
  void andWhereTheTouchedPartitionsAreKnown() throws Exception {
    measured(BASE, 7, true);

    assertThat(
            request(
                    OptionalLong.of(BASE),
                    Optional.of(new Change(BASE, "FALSE", List.of("day"), 0)))
                .earlier())
        .containsOnlyKeys("rows");
  }

  @Test
  void anotherStateAnEstimateOrNoBaseTellNothing() throws Exception {
    measured(BASE - 1, 6, true);
    assertThat(request(OptionalLong.of(BASE), Optional.empty()).earlier()).isEmpty();

    measured(BASE, 7, false);
    assertThat(request(OptionalLong.of(BASE), Optional.empty()).earlier()).isEmpty();

    measured(BASE, 7, true);
    assertThat(request(OptionalLong.empty(), Optional.empty()).earlier()).isEmpty();
  }

  private void measured(long snapshot, long value, boolean exact) {
    ledger.transact(
        tx -> {
          tx.metrics()
              .put(
                  new Measurement(
                      ORDERS,
                      "rows",
                      Settings.measured(ROWS),
                      snapshot,
                      1,
                      BigDecimal.valueOf(value),
                      exact,
                      ledger.now()));
          return value;
        });
  }

  /** What a check is asked of a table with this base. */
  private Check.Request request(OptionalLong base, Optional<Change> change) throws Exception {
    Definitions definitions =
        Defined.all(Defined.product("sales.shop").dataset("sales.orders", d -> d.rule(ROWS)));
    Product product = definitions.products().get(ProductName.parse("sales.shop"));
    Dataset dataset = product.datasets().get(0);
    TableDescription table =
        new TableDescription(
            List.of(),
            List.of(),
            OptionalLong.of(42),
            Optional.empty(),
            OptionalLong.of(5),
            Map.of(),
            base,
            change);
    Asked asked = new Asked();
    new Measuring(
            asked, ledger, EngineConfig.standard(Path.of("logs"), () -> "http://lake.invalid"))
        .measure(
            new Subject("main", Optional.empty(), definitions, product, List.of(dataset)),
            dataset,
            Optional.of(table),
            new Measuring.Source(
                new CatalogAccess("http://lake.invalid", "main", ""),
                (view, sql, maxRows, timeout) -> {
                  throw new PluginException("there is no SQL here");
                },
                new Interruptible()),
            new Findings.Collected());
    assertThat(asked.requests).hasSize(1);
    return asked.requests.get(0);
  }

  /** Plugins with one check, which keeps what it is asked. */
  private static final class Asked implements Plugins {
    private final List<Check.Request> requests = new ArrayList<>();
    private final Check check =
        request -> {
          requests.add(request);
          return List.of(new Check.Result.Skipped("it was asked"));
        };

    @Override
    public Optional<Check> check(String type) {
      return Optional.of(check);
    }

    @Override
    public Optional<Launcher> launcher(String jobType) {
      return Optional.empty();
    }

    @Override
    public Optional<QueryEngine> queryEngine() {
      return Optional.empty();
    }

    @Override
    public Optional<PolicyLanguage> policyLanguage(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Notifier> notifier(String type) {
      return Optional.empty();
    }

    @Override
    public List<EventSink> eventSinks() {
      return List.of();
    }
  }
}
