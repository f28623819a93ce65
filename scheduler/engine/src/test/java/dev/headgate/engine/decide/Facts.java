package dev.headgate.engine.decide;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.store.ProductStore.Pause;
import dev.headgate.model.store.ProductStore.Request;
import dev.headgate.model.store.ProductStore.Request.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts about one product, changed step by step. */
final class Facts {
  static final Instant NOW = Instant.parse("2001-07-01T12:00:00Z");

  private Product product;
  private Optional<Pause> pause = Optional.empty();
  private final List<Request> pending = new ArrayList<>();
  private final List<Release> live = new ArrayList<>();
  private Optional<Instant> judgedAt = Optional.empty();
  private Optional<Release> latest = Optional.empty();
  private Optional<Release> current = Optional.empty();
  private Optional<Product> currentAs = Optional.empty();
  private final Map<DatasetName, String> content = new HashMap<>();
  private final Map<DatasetName, Input> inputs = new HashMap<>();
  private long lastId;

  private Facts(Defined product) {
    this.product = product.build();
  }

  static Facts about(Defined product) {
    return new Facts(product);
  }

  Facts definedAs(Defined next) {
    product = next.build();
    return this;
  }

  Facts source(String name, String state) {
    inputs.put(DatasetName.parse(name), new Input(Optional.of(state), Optional.empty()));
    return this;
  }

  Facts promotedInput(String name, String state, long lakeVersion) {
    inputs.put(
        DatasetName.parse(name),
        new Input(
            Optional.of(state),
            Optional.of(
                new Input.Made(
                    new ProductName("operations", "flights"), 40 + lakeVersion, lakeVersion))));
    return this;
  }

  Facts missing(String name) {
    inputs.put(DatasetName.parse(name), new Input(Optional.empty(), Optional.empty()));
    return this;
  }

  Facts asked(Kind kind, String id) {
    return asked(kind, id, Map.of());
  }

  Facts asked(Kind kind, String id, Map<String, String> parameters) {
    pending.add(
        new Request(
            id,
            product.name(),
            kind,
            kind == Kind.CRON ? "headgate" : "ana",
            parameters,
            Optional.empty(),
            NOW.minusSeconds(60)));
    return this;
  }

  Facts paused(Optional<String> until) {
    pause = Optional.of(new Pause("stop it", "ben", NOW.minusSeconds(60), until));
    return this;
  }

  Facts nothingAsked() {
    pending.clear();
    return this;
  }

  ProductFacts facts() {
    return new ProductFacts(
        product, pause, pending, live, judgedAt, latest, current, currentAs, content, inputs);
  }

  Outcome decide() {
    return Decider.decide(facts(), NOW);
  }

  Decision.Start start() {
    return (Decision.Start) decide().decision();
  }

  Decision.Wait waiting() {
    return (Decision.Wait) decide().decision();
  }

  /** The newest release was judged then, and waits for these. */
  Facts judged(Instant at, String... blockers) {
    judgedAt = Optional.of(at);
    Release waiting = live.remove(live.size() - 1);
    live.add(blocked(waiting, List.of(blockers)));
    return this;
  }

  /** The release that would start, in a state. */
  Facts started(ReleaseState state) {
    Decision.Start start = start();
    pending.removeAll(decide().served());
    Release release = release(start, state);
    latest = Optional.of(release);
    live.clear();
    judgedAt = Optional.empty();
    if (!state.isFinal()) {
      live.add(release);
    }
    if (state == ReleaseState.PROMOTED) {
      current = latest;
      currentAs = Optional.of(product);
      content.putAll(start.datasets());
    }
    return this;
  }

  private Release release(Decision.Start start, ReleaseState state) {
    boolean promoted = state == ReleaseState.PROMOTED;
    return new Release(
        ++lastId,
        1,
        product.name(),
        ReleaseKind.BUILD,
        state,
        state.isFinal() && !promoted ? Optional.of("so it went") : Optional.empty(),
        List.of(),
        start.fingerprint(),
        7,
        Optional.empty(),
        promoted ? Optional.of(lastId) : Optional.empty(),
        start.because(),
        start.datasets(),
        start.inputs(),
        start.parameters(),
        product.digest(),
        Optional.empty(),
        Optional.empty(),
        start.requestedBy(),
        NOW,
        Optional.empty());
  }

  private static Release blocked(Release release, List<String> blockers) {
    return new Release(
        release.id(),
        release.revision(),
        release.product(),
        release.kind(),
        release.state(),
        release.reason(),
        blockers,
        release.fingerprint(),
        release.baseInstant(),
        release.digest(),
        release.lakeVersion(),
        release.startedBecause(),
        release.datasets(),
        release.inputs(),
        release.parameters(),
        release.definitionDigest(),
        release.submission(),
        release.restores(),
        release.requestedBy(),
        release.createdAt(),
        release.endedAt());
  }
}
