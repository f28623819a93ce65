package dev.headgate.engine.ask;

import dev.headgate.engine.Engine.Opened;
import dev.headgate.engine.Engine.Requested;
import dev.headgate.engine.EngineConfig;
import dev.headgate.engine.Plugins;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.engine.release.Again;
import dev.headgate.engine.release.Branches;
import dev.headgate.engine.release.Starter;
import dev.headgate.engine.run.Tokens;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.ProductStore.Request;
import dev.headgate.model.store.ProductStore.Request.Kind;
import dev.headgate.spi.CatalogAccess;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests for releases; each is durable when it is answered. */
public final class Requests {
  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private final Ledger ledger;
  private final InForce inForce;
  private final Starter starter;
  private final Branches branches;
  private final Tokens tokens;
  private final Plugins plugins;
  private final EngineConfig config;
  private final Interventions interventions;

  public Requests(
      Ledger ledger,
      InForce inForce,
      Starter starter,
      Branches branches,
      Tokens tokens,
      Plugins plugins,
      EngineConfig config,
      Interventions interventions) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.starter = starter;
    this.branches = branches;
    this.tokens = tokens;
    this.plugins = plugins;
    this.config = config;
    this.interventions = interventions;
  }

  public Requested build(ProductName name, Map<String, String> parameters, String actor) {
    Product product = product(name);
    if (isWrittenFromOutside(product)) {
      throw new HeadgateException(
          ErrorCode.INVALID_REQUEST,
          name + " is written from outside: use headgate release open " + name);
    }
    Parameters.check(product, parameters);
    return ask(
        new Request(
            UUID.randomUUID().toString(),
            name,
            Kind.MANUAL,
            actor,
            parameters,
            Optional.empty(),
            ledger.now()));
  }

  public Requested submit(ProductName name, Job job, String actor) {
    product(name);
    if (plugins.launcher(job.type()).isEmpty()) {
      throw new HeadgateException(
          ErrorCode.INVALID_REQUEST, "no plugin launches " + job.type() + " jobs");
    }
    return ask(
        new Request(
            UUID.randomUUID().toString(),
            name,
            Kind.SUBMIT,
            actor,
            Map.of(),
            Optional.of(job),
            ledger.now()));
  }

  public Requested retry(long id, String actor) {
    Release release = ledger.release(id);
    boolean ended =
        release.state() == ReleaseState.FAILED
            || release.state() == ReleaseState.REJECTED
            || release.state() == ReleaseState.CANCELLED;
    if (!ended) {
      throw new HeadgateException(
          ErrorCode.WRONG_STATE,
          "release "
              + id
              + " cannot be retried: it is "
              + release.state()
              + ", and must be FAILED, REJECTED or CANCELLED");
    }
    product(release.product());
    return ask(
        Again.request("retry:" + id + ":" + UUID.randomUUID(), release, actor, ledger.now())
            .orElseThrow(
                () ->
                    new HeadgateException(
                        ErrorCode.INVALID_REQUEST,
                        "release "
                            + id
                            + " cannot be retried, only begun again: headgate "
                            + release
                                .restores()
                                .map(to -> "rollback " + release.product() + " --to " + to)
                                .orElse("release open " + release.product()))));
  }

  /** Opens a release at once, or not at all. */
  public Opened open(ProductName name, String actor) {
    Product product = product(name);
    if (!isWrittenFromOutside(product)) {
      throw new HeadgateException(
          ErrorCode.INVALID_REQUEST,
          name
              + " is built by its jobs: use headgate build "
              + name
              + ", or give a dataset a job of type "
              + Job.OPEN);
    }
    Request request =
        new Request(
            UUID.randomUUID().toString(),
            name,
            Kind.OPEN,
            actor,
            Map.of(),
            Optional.empty(),
            ledger.now());
    Release planned = starter.request(request).release().orElseThrow();
    try {
      return opened(branches.open(planned), product);
    } catch (RuntimeException e) {
      LOG.warn("release {} could not be opened", planned.id(), e);
      interventions.cancel(planned.id(), "it could not be opened: " + e.getMessage(), actor);
      throw e;
    }
  }

  private Opened opened(Release release, Product product) {
    if (release.state() != ReleaseState.BUILDING) {
      throw new HeadgateException(
          ErrorCode.WRONG_STATE,
          "release " + release.id() + " ended while it was opened: " + release.state());
    }
    String token =
        tokens.forOpen(
            release,
            product.datasets().stream().map(d -> d.name()).collect(Collectors.toSet()),
            config.openFor());
    return new Opened(
        release, new CatalogAccess(config.catalogUri().get(), release.warehouse(), token));
  }

  /** A firing counts once, and only for a product that still has a schedule. */
  public void fired(ProductName name, Instant scheduled) {
    ledger.transact(
        tx -> {
          boolean hasSchedule =
              inForce
                  .in(tx)
                  .find(name)
                  .filter(p -> p.trigger().any().stream().anyMatch(c -> c instanceof Trigger.Cron))
                  .isPresent();
          if (hasSchedule) {
            tx.products()
                .addRequest(
                    new Request(
                        "cron:" + name + ":" + scheduled,
                        name,
                        Kind.CRON,
                        "headgate",
                        Map.of(),
                        Optional.empty(),
                        scheduled));
          }
          return hasSchedule;
        });
  }

  private Requested ask(Request request) {
    Starter.Started started = starter.request(request);
    return new Requested(started.outcome().decision(), started.release());
  }

  private Product product(ProductName name) {
    return ledger.transact(tx -> inForce.in(tx).product(name));
  }

  private static boolean isWrittenFromOutside(Product product) {
    return product.datasets().stream().anyMatch(d -> d.job().isOpen());
  }
}
