package dev.headgate.engine.drive;

import dev.headgate.engine.CheckedProduct;
import dev.headgate.engine.Engine;
import dev.headgate.engine.Plan;
import dev.headgate.engine.PlanRefusedException;
import dev.headgate.engine.ProductState;
import dev.headgate.engine.grade.Graded;
import dev.headgate.engine.run.Threads;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.ProductStore.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The engine: each method hands to the feature that does it, and wakes what follows from it. */
public final class HeadgateEngine implements Engine {
  private final Machine machine;
  private final Pulse pulse;

  public HeadgateEngine(Parts parts) {
    this.machine = new Machine(parts, Threads.ofTheirOwn());
    this.pulse = new Pulse(machine, parts.config());
  }

  @Override
  public void start() {
    machine.recover();
    pulse.start();
  }

  @Override
  public void close() {
    pulse.close();
  }

  @Override
  public Plan plan(Definitions next) {
    return machine.planner.plan(next);
  }

  @Override
  public long apply(long expectedRevision, Definitions next, String actor) {
    PlanRefusedException.throwOnErrors(machine.planner.findings(next));
    return machine.applier.apply(expectedRevision, next, actor);
  }

  @Override
  public void fired(ProductName product, Instant scheduled) {
    machine.requests.fired(product, scheduled);
    wake(product);
  }

  @Override
  public void lakeChanged() {
    machine.sources.look();
  }

  @Override
  public Requested build(ProductName product, Map<String, String> parameters, String actor) {
    return waking(product, () -> machine.requests.build(product, parameters, actor));
  }

  @Override
  public Requested submit(ProductName product, Job job, String actor) {
    return waking(product, () -> machine.requests.submit(product, job, actor));
  }

  @Override
  public Opened open(ProductName product, String actor) {
    return waking(product, () -> machine.requests.open(product, actor));
  }

  @Override
  public Release close(long release, String actor) {
    return waking(machine.interventions.close(release, actor));
  }

  @Override
  public Release cancel(long release, String reason, String actor) {
    return waking(machine.interventions.cancel(release, reason, actor));
  }

  @Override
  public Requested retry(long release, String actor) {
    ProductName product = machine.ledger.release(release).product();
    return waking(product, () -> machine.requests.retry(release, actor));
  }

  @Override
  public Release approve(long release, Optional<String> expectedDigest, String actor) {
    return waking(machine.approvals.approve(release, expectedDigest, actor));
  }

  @Override
  public Release reject(long release, String reason, String actor) {
    return waking(machine.approvals.reject(release, reason, actor));
  }

  @Override
  public Release promote(long release, String actor) {
    return waking(machine.approvals.promote(release, actor));
  }

  @Override
  public Release rollback(ProductName product, Optional<Long> to, String reason, String actor) {
    return waking(machine.rollbacks.open(product, to, reason, actor));
  }

  @Override
  public void pause(ProductName product, String reason, String actor) {
    machine.interventions.pause(product, reason, actor);
    wake(product);
  }

  @Override
  public void resume(ProductName product, String actor) {
    machine.interventions.resume(product, actor);
    wake(product);
  }

  @Override
  public List<CheckedProduct> check(
      Optional<Definitions> definitions, Optional<ProductName> product, String view)
      throws InterruptedException {
    return machine.checking.check(definitions, product, view);
  }

  @Override
  public Waived waive(String rule, String scope, String reason, Instant until, String actor) {
    return waking(machine.waivers.waive(rule, scope, reason, until, actor));
  }

  @Override
  public Waived revokeWaiver(long id, String actor) {
    return waking(machine.waivers.revoke(id, actor));
  }

  @Override
  public WaiverReport waivers(Optional<String> scope) {
    return machine.waivers.list(scope);
  }

  @Override
  public Accepted accept(DatasetName dataset, int major, ProductName consumer, String actor) {
    Accepted accepted = machine.acceptances.accept(dataset, major, consumer, actor);
    accepted.judgedAgain().forEach(release -> wake(release.product()));
    return accepted;
  }

  @Override
  public Decided why(ProductName product) {
    return machine.answers.why(product);
  }

  @Override
  public ProductState state(ProductName product) {
    return machine.answers.state(product);
  }

  @Override
  public Graded grade(ProductName product) {
    return machine.grades.of(product);
  }

  @Override
  public Map<String, String> labels(DatasetName dataset) {
    return machine.labels.of(dataset);
  }

  private Waived waking(Waived waived) {
    waived.judgedAgain().forEach(release -> machine.agenda.wake(release.product()));
    machine.agenda.tell();
    return waived;
  }

  private Release waking(Release release) {
    wake(release.product());
    return release;
  }

  /** Also where it fails: part of what was asked may be durable. */
  private <T> T waking(ProductName product, Supplier<T> request) {
    try {
      return request.get();
    } finally {
      wake(product);
    }
  }

  private void wake(ProductName product) {
    machine.agenda.wake(product);
    machine.agenda.tell();
  }
}
