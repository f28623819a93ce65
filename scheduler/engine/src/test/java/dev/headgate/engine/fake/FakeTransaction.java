package dev.headgate.engine.fake;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Run;
import dev.headgate.model.store.AcceptanceStore;
import dev.headgate.model.store.AnalysisStore;
import dev.headgate.model.store.AuditLog;
import dev.headgate.model.store.BreachStore;
import dev.headgate.model.store.DefinitionStore;
import dev.headgate.model.store.MetricStore;
import dev.headgate.model.store.Outbox;
import dev.headgate.model.store.ProductStore;
import dev.headgate.model.store.ReleaseStore;
import dev.headgate.model.store.RunStore;
import dev.headgate.model.store.StoreTransaction;
import dev.headgate.model.store.WaiverStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One transaction's view of the rows. */
final class FakeTransaction
    implements StoreTransaction, DefinitionStore, ProductStore, RunStore, AuditLog, Outbox {
  private final Memory memory;

  FakeTransaction(Memory memory) {
    this.memory = memory;
  }

  @Override
  public DefinitionStore definitions() {
    return this;
  }

  @Override
  public ProductStore products() {
    return this;
  }

  @Override
  public ReleaseStore releases() {
    return new FakeReleases(memory);
  }

  @Override
  public RunStore runs() {
    return this;
  }

  @Override
  public WaiverStore waivers() {
    return new FakeWaivers(memory);
  }

  @Override
  public MetricStore metrics() {
    return new FakeMetrics(memory);
  }

  @Override
  public AcceptanceStore acceptances() {
    return new FakeAcceptances(memory);
  }

  @Override
  public BreachStore breaches() {
    return new FakeBreaches(memory);
  }

  @Override
  public AnalysisStore analyses() {
    return new FakeAnalyses(memory);
  }

  @Override
  public AuditLog audit() {
    return this;
  }

  @Override
  public Outbox outbox() {
    return this;
  }

  @Override
  public Definitions current() {
    return memory.revisions.isEmpty()
        ? Definitions.EMPTY
        : memory.revisions.get(memory.revisions.size() - 1);
  }

  @Override
  public long revision() {
    return memory.revisions.size();
  }

  @Override
  public long apply(long expectedRevision, Definitions definitions, String actor) {
    if (revision() != expectedRevision) {
      throw new HeadgateException(ErrorCode.WRONG_STATE, "revision " + revision() + " holds");
    }
    memory.changed = true;
    memory.revisions.add(definitions);
    return revision();
  }

  @Override
  public Optional<Product> product(String digest) {
    return memory.revisions.stream()
        .flatMap(d -> d.products().values().stream())
        .filter(p -> p.digest().equals(digest))
        .findFirst();
  }

  @Override
  public Set<ProductName> makers(DatasetName dataset) {
    return memory.revisions.stream()
        .flatMap(d -> d.products().values().stream())
        .filter(product -> product.dataset(dataset).isPresent())
        .map(Product::name)
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<String> file(String sha256) {
    return memory.revisions.stream()
        .map(d -> d.bundle().get(sha256))
        .filter(Objects::nonNull)
        .findFirst();
  }

  @Override
  public Optional<Pause> pause(ProductName product) {
    return Optional.ofNullable(memory.pauses.get(product));
  }

  @Override
  public void setPause(ProductName product, Optional<Pause> pause) {
    memory.changed = true;
    memory.pauses.remove(product);
    pause.ifPresent(p -> memory.pauses.put(product, p));
  }

  @Override
  public Optional<Decided> lastDecision(ProductName product) {
    return Optional.ofNullable(memory.decisions.get(product));
  }

  @Override
  public void recordDecision(ProductName product, Decision decision, Instant at) {
    memory.changed = true;
    memory.decisions.put(product, new Decided(decision, at));
  }

  @Override
  public List<Request> pendingRequests(ProductName product) {
    return memory.requests.values().stream()
        .filter(r -> r.product().equals(product) && !memory.takenUp.containsKey(r.id()))
        .toList();
  }

  @Override
  public List<ProductName> productsWithRequests() {
    TreeSet<ProductName> names = new TreeSet<>();
    for (Request request : memory.requests.values()) {
      if (!memory.takenUp.containsKey(request.id())) {
        names.add(request.product());
      }
    }
    return List.copyOf(names);
  }

  @Override
  public void addRequest(Request request) {
    memory.changed = true;
    memory.requests.putIfAbsent(request.id(), request);
  }

  @Override
  public void takeUp(List<Request> requests, long release) {
    if (!memory.releases.containsKey(release)) {
      throw new IllegalStateException("no release " + release + " can take up " + requests);
    }
    memory.changed = true;
    requests.stream()
        .filter(r -> memory.requests.containsKey(r.id()))
        .forEach(r -> memory.takenUp.putIfAbsent(r.id(), release));
  }

  @Override
  public void put(Run run) {
    memory.changed = true;
    memory.runs.put(run.id(), run);
  }

  @Override
  public Optional<Run> find(String id) {
    return Optional.ofNullable(memory.runs.get(id));
  }

  @Override
  public List<Run> ofRelease(long release) {
    return memory.runs.values().stream().filter(r -> r.release() == release).toList();
  }

  @Override
  public void append(AuditLog.Event event) {
    memory.changed = true;
    memory.audit.add(event);
  }

  @Override
  public List<Row> list(int limit) {
    throw new UnsupportedOperationException("the engine does not read the audit log");
  }

  @Override
  public Optional<String> verify() {
    throw new UnsupportedOperationException("the engine does not read the audit log");
  }

  @Override
  public void add(Outbox.Event event) {
    memory.changed = true;
    memory.lastEvent++;
    memory.outbox.put(memory.lastEvent, new Pending(memory.lastEvent, event, 0));
  }

  @Override
  public List<Pending> pending(int limit) {
    return memory.outbox.values().stream().limit(limit).toList();
  }

  @Override
  public void delivered(long number) {
    memory.changed = true;
    memory.outbox.remove(number);
  }

  @Override
  public void failed(long number, Instant notBefore, String error) {
    memory.changed = true;
    memory.outbox.computeIfPresent(number, (n, p) -> new Pending(n, p.event(), p.tries() + 1));
    memory.notBefore.put(number, notBefore);
  }
}
