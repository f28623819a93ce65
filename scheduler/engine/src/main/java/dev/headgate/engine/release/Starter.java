package dev.headgate.engine.release;

import dev.headgate.engine.decide.Decider;
import dev.headgate.engine.decide.Outcome;
import dev.headgate.engine.decide.ProductFacts;
import dev.headgate.engine.facts.FactsReader;
import dev.headgate.engine.facts.InForce;
import dev.headgate.engine.ledger.Entry;
import dev.headgate.engine.ledger.Ledger;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.ProductStore.Request;
import dev.headgate.model.store.ProductStore.Request.Kind;
import dev.headgate.model.store.StoreTransaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Decides about a product and starts the release that the decision asks for. */
public final class Starter {
  private static final int REVISION_RACES = 5;

  private final Ledger ledger;
  private final InForce inForce;
  private final FactsReader facts;
  private final Map<ProductName, ReentrantLock> locks = new ConcurrentHashMap<>();

  public Starter(Ledger ledger, InForce inForce, FactsReader facts) {
    this.ledger = ledger;
    this.inForce = inForce;
    this.facts = facts;
  }

  /** What was decided, and the release if one was started. */
  public record Started(Outcome outcome, ProductFacts facts, Optional<Release> release) {}

  /** Decides about a product that is there; empty if it is in no definitions any more. */
  public Optional<Started> decide(ProductName product) {
    if (ledger.transact(tx -> inForce.in(tx).find(product)).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(run(product, Optional.empty()));
  }

  /** Adds a request and decides, so that nothing else takes it up between the two. */
  public Started request(Request request) {
    return run(request.product(), Optional.of(request));
  }

  /** The facts and what would be decided; changes nothing. */
  public Started look(ProductName name) {
    InForce.View view = ledger.transact(inForce::in);
    Product product = view.product(name);
    Map<DatasetName, String> states = facts.statesNow(ProductFacts.outsideInputs(product));
    return ledger.transact(
        tx -> {
          List<Request> pending = tx.products().pendingRequests(name);
          ProductFacts found = facts.read(tx, product, view, states, pending);
          return new Started(Decider.decide(found, ledger.now()), found, Optional.empty());
        });
  }

  private Started run(ProductName name, Optional<Request> request) {
    ReentrantLock lock = locks.computeIfAbsent(name, n -> new ReentrantLock());
    lock.lock();
    try {
      for (int race = 0; race < REVISION_RACES; race++) {
        Optional<Started> started = tryRun(name, request);
        if (started.isPresent()) {
          return started.get();
        }
      }
      throw new HeadgateException(
          ErrorCode.WRONG_STATE, "the definitions change faster than " + name + " is decided");
    } finally {
      lock.unlock();
    }
  }

  /** Empty if the definitions changed in between. */
  private Optional<Started> tryRun(ProductName name, Optional<Request> request) {
    InForce.View view = ledger.transact(inForce::in);
    Product product = view.product(name);
    Map<DatasetName, String> states = facts.statesNow(ProductFacts.outsideInputs(product));
    return ledger.transact(
        tx ->
            inForce.in(tx).revision() == view.revision()
                ? Optional.of(decideIn(tx, product, view, states, request))
                : Optional.empty());
  }

  private Started decideIn(
      StoreTransaction tx,
      Product product,
      InForce.View view,
      Map<DatasetName, String> states,
      Optional<Request> request) {
    request.ifPresent(r -> ask(tx, r));
    List<Request> pending =
        request
            .filter(r -> r.kind() == Kind.OPEN)
            .map(List::of)
            .orElseGet(() -> tx.products().pendingRequests(product.name()));
    ProductFacts found = facts.read(tx, product, view, states, pending);
    boolean pauseHasEnded = Decider.pauseHasEnded(found);
    if (pauseHasEnded) {
      endPause(tx, product.name(), Entry.SYSTEM, "its inputs or its code changed");
    }
    Outcome outcome = Decider.decide(found, ledger.now());
    Optional<Release> release = Optional.empty();
    if (outcome.decision() instanceof Decision.Start start) {
      release = Optional.of(start(tx, product, start, outcome.served()));
      if (!pauseHasEnded
          && found.pause().filter(p -> p.until().isPresent()).isPresent()
          && !start.requestedBy().equals(Entry.SYSTEM)) {
        endPause(tx, product.name(), start.requestedBy(), "a release was asked for");
      }
    } else if (request.filter(r -> r.kind() == Kind.OPEN).isPresent()) {
      throw new HeadgateException(
          ErrorCode.WRONG_STATE,
          product.name() + " cannot be opened now: " + reasons(outcome.decision()));
    }
    long servedBy = release.or(found::latest).or(found::current).map(Release::id).orElse(0L);
    if (!outcome.served().isEmpty() && servedBy > 0) {
      tx.products().takeUp(outcome.served(), servedBy);
    }
    remember(tx, product.name(), outcome.decision());
    return new Started(outcome, found, release);
  }

  private void ask(StoreTransaction tx, Request request) {
    tx.products().addRequest(request);
    switch (request.kind()) {
      case MANUAL, RETRY, SUBMIT ->
          ledger.record(
              tx,
              Entry.decision(request.actor(), "release.requested", "be requested")
                  .with(Map.of("kind", request.kind().name(), "request", request.id())),
              "product " + request.product());
      // An opened release says so itself, and a firing is no decision.
      case OPEN, CRON -> {}
    }
  }

  private Release start(
      StoreTransaction tx, Product product, Decision.Start start, List<Request> served) {
    Optional<Request> lead = served.stream().filter(r -> r.kind() != Kind.CRON).findFirst();
    ReleaseKind kind = lead.map(r -> kind(r.kind())).orElse(ReleaseKind.BUILD);
    Release release =
        new Release(
            tx.releases().nextId(),
            1,
            product.name(),
            kind,
            ReleaseState.PLANNED,
            Optional.empty(),
            List.of(),
            start.fingerprint(),
            0,
            Optional.empty(),
            Optional.empty(),
            start.because(),
            start.datasets(),
            start.inputs(),
            start.parameters(),
            product.digest(),
            lead.flatMap(Request::submission),
            Optional.empty(),
            start.requestedBy(),
            ledger.now(),
            Optional.empty());
    String action = kind == ReleaseKind.OPEN ? "release.opened" : "release.started";
    ledger.insert(
        tx,
        release,
        Entry.decision(start.requestedBy(), action, "start")
            .with(
                Map.of(
                    "because", String.join("; ", start.because()),
                    "fingerprint", start.fingerprint(),
                    "definition", product.digest())));
    return release;
  }

  private void endPause(StoreTransaction tx, ProductName product, String actor, String why) {
    tx.products().setPause(product, Optional.empty());
    ledger.record(
        tx,
        Entry.decision(actor, "product.resumed", "be resumed").with(Map.of("reason", why)),
        "product " + product);
  }

  private void remember(StoreTransaction tx, ProductName product, Decision decision) {
    boolean known =
        tx.products()
            .lastDecision(product)
            .filter(last -> last.decision().equals(decision))
            .isPresent();
    if (!known) {
      tx.products().recordDecision(product, decision, ledger.now());
    }
  }

  private static ReleaseKind kind(Kind kind) {
    return switch (kind) {
      case OPEN -> ReleaseKind.OPEN;
      case SUBMIT -> ReleaseKind.SUBMIT;
      case MANUAL, RETRY, CRON -> ReleaseKind.BUILD;
    };
  }

  private static String reasons(Decision decision) {
    return decision instanceof Decision.Wait wait
        ? String.join("; ", wait.blockedBy())
        : String.join("; ", decision.because());
  }
}
