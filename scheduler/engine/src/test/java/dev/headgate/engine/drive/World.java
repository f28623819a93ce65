package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.fake.Defined;
import dev.headgate.engine.fake.FakeLake;
import dev.headgate.engine.fake.FakePlugins;
import dev.headgate.engine.fake.FakeStore;
import dev.headgate.engine.fake.TestClock;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.Verdict;
import dev.headgate.model.store.AuditLog;
import dev.headgate.model.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small world to try the engine in: given definitions and a lake, tick, and look. */
final class World {
  private static final int MOST_TICKS = 500;

  final FakeStore store = new FakeStore();
  final FakeLake lake = new FakeLake(store);
  final FakePlugins plugins = new FakePlugins(lake);
  final TestClock clock = new TestClock();
  final EngineConfig config;
  Machine engine;

  World(Path logs) {
    config = config(logs, 2);
    restart();
  }

  static EngineConfig config(Path logs, int parallel) {
    EngineConfig standard = EngineConfig.standard(logs, () -> "http://lake.invalid");
    return new EngineConfig(
        parallel,
        2,
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        standard.backOffMax(),
        4,
        2,
        3,
        standard.checkTimeout(),
        3,
        standard.openFor(),
        standard.submitTimeout(),
        Duration.ofSeconds(2),
        logs,
        standard.catalogUri());
  }

  /** A new process on the same store and lake. */
  void restart() {
    restartOn(store, lake);
  }

  void restartOn(Store otherStore, Lake otherLake) {
    engine =
        new Machine(
            new Parts(otherStore, otherLake, plugins, clock, config),
            (name, work) -> work.run(),
            () -> 0.5);
    engine.recover();
  }

  void apply(Defined... products) {
    long revision = store.transact(tx -> tx.definitions().revision());
    engine.applier.apply(revision, Defined.all(products), "ana");
    settle();
  }

  /** Does what is due until nothing is. */
  void settle() {
    int ticks = 0;
    while (engine.tick()) {
      assertThat(ticks++).as("ticks until nothing is due").isLessThan(MOST_TICKS);
    }
  }

  void later(Duration by) {
    clock.forward(by);
    settle();
  }

  /** Lets a source be written, and the engine notice. */
  void commit(String dataset, String content) {
    lake.commit(DatasetName.parse(dataset), content);
    engine.sources.look();
    settle();
  }

  Release build(String product) {
    return build(product, Map.of());
  }

  Release build(String product, Map<String, String> parameters) {
    ProductName name = ProductName.parse(product);
    Release started = engine.requests.build(name, parameters, "ana").release().orElseThrow();
    wake(product);
    return release(started.id());
  }

  void wake(String product) {
    engine.agenda.wake(ProductName.parse(product));
    settle();
  }

  Release approve(long id, String actor) {
    Release approved = engine.approvals.approve(id, Optional.empty(), actor);
    wake(approved.product().toString());
    return release(id);
  }

  Release rollback(String product) {
    Release started =
        engine.rollbacks.open(ProductName.parse(product), Optional.empty(), "it was wrong", "ana");
    wake(product);
    return release(started.id());
  }

  Release release(long id) {
    return store.transact(tx -> tx.releases().find(id).orElseThrow());
  }

  Release latest(String product) {
    return store.transact(tx -> tx.releases().latest(ProductName.parse(product)).orElseThrow());
  }

  List<Release> releases(String product) {
    return store.transact(tx -> tx.releases().list(Optional.of(ProductName.parse(product)), 100));
  }

  List<Run> runs(long release) {
    return store.transact(tx -> tx.runs().ofRelease(release));
  }

  Verdict verdict(long release) {
    return store.transact(tx -> tx.releases().verdict(release).orElseThrow());
  }

  Optional<String> main(String dataset) {
    return Optional.ofNullable(lake.main().get(DatasetName.parse(dataset)));
  }

  List<String> actions() {
    return store.audit().stream().map(AuditLog.Event::action).toList();
  }
}
