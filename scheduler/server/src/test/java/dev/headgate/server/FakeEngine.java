package dev.headgate.server;

import dev.headgate.engine.CheckedProduct;
import dev.headgate.engine.Engine;
import dev.headgate.engine.Plan;
import dev.headgate.engine.ProductState;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.grade.Graded;
import dev.headgate.engine.grade.Grades;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import dev.headgate.model.store.AuditLog;
import dev.headgate.model.store.ProductStore;
import dev.headgate.model.store.ProductStore.Decided;
import dev.headgate.model.store.Store;
import dev.headgate.model.store.StoreTransaction;
import dev.headgate.spi.CatalogAccess;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An engine that does at once what it is told, on a real store: a release starts when asked for,
 * and its next state is whatever {@link #move} says.
 */
public final class FakeEngine implements Engine {
  /** What the clock told it. */
  public record Firing(ProductName product, Instant scheduled) {}

  private final Store store;
  private final FakeLake lake;
  private final Queue<Firing> firings = new ConcurrentLinkedQueue<>();
  private volatile boolean running;

  @Inject
  FakeEngine(Store store, FakeLake lake) {
    this.store = store;
    this.lake = lake;
  }

  public Store store() {
    return store;
  }

  public Queue<Firing> firings() {
    return firings;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void close() {
    running = false;
  }

  public boolean isRunning() {
    return running;
  }

  @Override
  public Plan plan(Definitions next) {
    return store.transact(
        tx ->
            new Plan(
                tx.definitions().revision(),
                next.sortedProducts().keySet().stream()
                    .map(p -> new Plan.Change(Plan.Kind.ADDED, "product " + p, List.of()))
                    .toList(),
                next.sortedProducts().keySet().stream()
                    .map(p -> new Plan.Rebuild(p, List.of("it is new")))
                    .toList(),
                List.of(),
                List.of(),
                List.of()));
  }

  @Override
  public long apply(long expectedRevision, Definitions next, String actor) {
    return store.transact(
        tx -> {
          record(tx, actor, "definitions.applied", "revision");
          return tx.definitions().apply(expectedRevision, next, actor);
        });
  }

  @Override
  public void fired(ProductName product, Instant scheduled) {
    firings.add(new Firing(product, scheduled));
  }

  @Override
  public void lakeChanged() {}

  @Override
  public Requested build(ProductName product, Map<String, String> parameters, String actor) {
    return new Requested(
        start(List.of("requested by " + actor)),
        Optional.of(insert(product, ReleaseKind.BUILD, parameters, Optional.empty(), actor)));
  }

  @Override
  public Requested submit(ProductName product, Job job, String actor) {
    return new Requested(
        start(List.of("submitted by " + actor)),
        Optional.of(insert(product, ReleaseKind.SUBMIT, Map.of(), Optional.of(job), actor)));
  }

  @Override
  public Opened open(ProductName product, String actor) {
    Release release = insert(product, ReleaseKind.OPEN, Map.of(), Optional.empty(), actor);
    return new Opened(
        release, new CatalogAccess("http://127.0.0.1/iceberg", release.warehouse(), "open-sesame"));
  }

  @Override
  public Release close(long release, String actor) {
    return move(release, ReleaseState.CHECKING, Optional.empty());
  }

  @Override
  public Release cancel(long release, String reason, String actor) {
    return move(release, ReleaseState.CANCELLED, Optional.of(reason));
  }

  @Override
  public Requested retry(long release, String actor) {
    return build(find(release).product(), Map.of(), actor);
  }

  @Override
  public Release approve(long release, Optional<String> expectedDigest, String actor) {
    if (expectedDigest.isPresent() && !expectedDigest.equals(find(release).digest())) {
      throw new HeadgateException(ErrorCode.DIGEST_CHANGED, "the digest is another one");
    }
    return promote(release, actor);
  }

  @Override
  public Release reject(long release, String reason, String actor) {
    return move(release, ReleaseState.REJECTED, Optional.of(reason));
  }

  @Override
  public Release promote(long release, String actor) {
    Release found = find(release);
    move(release, ReleaseState.PROMOTING, Optional.empty());
    lake.promote(dataset(found.product()), 7_000_000_000_000_000_001L, 42);
    return move(release, ReleaseState.PROMOTED, Optional.empty());
  }

  @Override
  public Release rollback(ProductName product, Optional<Long> to, String reason, String actor) {
    return insert(product, ReleaseKind.ROLLBACK, Map.of(), Optional.empty(), actor);
  }

  @Override
  public void pause(ProductName product, String reason, String actor) {
    ProductStore.Pause pause =
        new ProductStore.Pause(reason, actor, Instant.now(), Optional.empty());
    store.transact(
        tx -> {
          tx.products().setPause(product, Optional.of(pause));
          return product;
        });
  }

  @Override
  public void resume(ProductName product, String actor) {
    store.transact(
        tx -> {
          tx.products().setPause(product, Optional.empty());
          return product;
        });
  }

  @Override
  public List<CheckedProduct> check(
      Optional<Definitions> definitions, Optional<ProductName> product, String view) {
    return List.of(
        new CheckedProduct(
            product.orElse(new ProductName("sales", "revenue")),
            view,
            List.of(
                new Finding(
                    new DatasetName("sales", "revenue"),
                    "rows",
                    CheckSpec.Severity.ERROR,
                    Finding.Outcome.FAILED,
                    CheckSpec.Origin.PIPELINE,
                    "0 rows, expected greater than 0")),
            List.of()));
  }

  @Override
  public Waived waive(String rule, String scope, String reason, Instant until, String actor) {
    Waiver waiver =
        new Waiver(
            0,
            rule,
            scope,
            reason,
            actor,
            Instant.now(),
            until,
            Optional.empty(),
            Optional.empty());
    return new Waived(
        store.transact(tx -> tx.waivers().add(waiver)), store.transact(tx -> tx.releases().live()));
  }

  @Override
  public Waived revokeWaiver(long id, String actor) {
    return store.transact(
        tx -> {
          tx.waivers().revoke(id, Instant.now());
          return new Waived(tx.waivers().find(id).orElseThrow(), List.of());
        });
  }

  @Override
  public WaiverReport waivers(Optional<String> scope) {
    List<Waiver> found =
        store.transact(tx -> tx.waivers().all()).stream()
            .filter(w -> scope.filter(s -> !s.equals(w.scope())).isEmpty())
            .toList();
    return new WaiverReport(
        Instant.now(), found, List.of(new WaiversOfDomain("sales", 1, found.size(), 0)));
  }

  @Override
  public Accepted accept(DatasetName dataset, int major, ProductName consumer, String actor) {
    return new Accepted(List.of(), List.of());
  }

  @Override
  public Graded grade(ProductName product) {
    return new Grades(new Ledger(store, Clock.systemUTC()), new InForce()).of(product);
  }

  @Override
  public Map<String, String> labels(DatasetName dataset) {
    return Map.of();
  }

  @Override
  public Decided why(ProductName product) {
    return new Decided(
        new Decision.Wait(List.of("operations.flights was promoted"), List.of("it is paused")),
        Instant.EPOCH);
  }

  @Override
  public ProductState state(ProductName product) {
    return store
            .<Optional<ProductStore.Pause>>transact(tx -> tx.products().pause(product))
            .isPresent()
        ? ProductState.PAUSED
        : ProductState.STALE;
  }

  /** Puts a release into its next state. */
  public Release move(long id, ReleaseState to, Optional<String> reason) {
    return store.transact(
        tx -> {
          Release old =
              tx.releases()
                  .find(id)
                  .orElseThrow(
                      () -> new HeadgateException(ErrorCode.NOT_FOUND, "no release " + id));
          old.state().checkNext(to, id, "become " + to);
          Release next = next(old, to, reason);
          tx.releases().update(next);
          record(tx, "headgate", "release.moved", "release " + id);
          return next;
        });
  }

  private Release next(Release old, ReleaseState to, Optional<String> reason) {
    return new Release(
        old.id(),
        old.revision() + 1,
        old.product(),
        old.kind(),
        to,
        reason,
        List.of(),
        old.fingerprint(),
        old.baseInstant(),
        Optional.of("d".repeat(64)),
        to == ReleaseState.PROMOTED ? Optional.of(lake.lakeVersion()) : Optional.empty(),
        old.startedBecause(),
        old.datasets(),
        old.inputs(),
        old.parameters(),
        old.definitionDigest(),
        old.submission(),
        old.restores(),
        old.requestedBy(),
        old.createdAt(),
        to.isFinal() ? Optional.of(Instant.now()) : Optional.empty());
  }

  private Release insert(
      ProductName product,
      ReleaseKind kind,
      Map<String, String> parameters,
      Optional<Job> submission,
      String actor) {
    return store.transact(
        tx -> {
          if (!tx.definitions().current().products().containsKey(product)) {
            throw new HeadgateException(ErrorCode.NOT_FOUND, "there is no product " + product);
          }
          tx.releases().live().stream()
              .filter(live -> live.product().equals(product))
              .map(live -> next(live, ReleaseState.SUPERSEDED, Optional.of("a newer one")))
              .forEach(tx.releases()::update);
          long id = tx.releases().nextId();
          Release release =
              new Release(
                  id,
                  1,
                  product,
                  kind,
                  ReleaseState.BUILDING,
                  Optional.empty(),
                  List.of(),
                  "fingerprint-" + id,
                  1,
                  Optional.empty(),
                  Optional.empty(),
                  List.of("requested by " + actor),
                  Map.of(dataset(product), "f"),
                  Map.of(),
                  parameters,
                  tx.definitions().current().products().get(product).digest(),
                  submission,
                  Optional.empty(),
                  actor,
                  Instant.now(),
                  Optional.empty());
          tx.releases().insert(release);
          tx.runs()
              .put(
                  new Run(
                      id + "-" + dataset(product).table(),
                      id,
                      dataset(product),
                      RunState.RUNNING,
                      1,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(Instant.now()),
                      Optional.empty()));
          record(tx, actor, "release.requested", "release " + id);
          return release;
        });
  }

  private Release find(long id) {
    return store.transact(
        tx ->
            tx.releases()
                .find(id)
                .orElseThrow(() -> new HeadgateException(ErrorCode.NOT_FOUND, "no release " + id)));
  }

  private DatasetName dataset(ProductName product) {
    return store.transact(
        tx -> tx.definitions().current().products().get(product).datasets().get(0).name());
  }

  private static Decision start(List<String> because) {
    return new Decision.Start(because, "f", Map.of(), Map.of(), Map.of(), "someone");
  }

  private static void record(StoreTransaction tx, String actor, String action, String subject) {
    tx.audit()
        .append(
            new AuditLog.Event(
                Instant.now(), actor, action, subject, Optional.empty(), Map.of("why", "a test")));
  }
}
