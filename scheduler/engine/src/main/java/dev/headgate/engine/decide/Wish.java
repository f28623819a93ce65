package dev.headgate.engine.decide;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.ProductStore.Request;
import dev.headgate.model.store.ProductStore.Request.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A release that someone, the clock or the inputs want, before it is asked whether it may start.
 *
 * @param because why
 * @param datasets what it would build
 * @param byOwnJobs whether the product's own jobs would run, which need its parameters
 */
record Wish(
    List<String> because,
    Map<DatasetName, Fingerprint> datasets,
    Fingerprint fingerprint,
    Map<String, String> parameters,
    String requestedBy,
    boolean asked,
    boolean byOwnJobs) {
  /** The wish of a person. */
  static Optional<Wish> ofPerson(ProductFacts facts, Staleness stale, Asked asked) {
    Request request = asked.person().orElseThrow();
    String occasion = asked.occasion().orElseThrow();
    Map<DatasetName, Fingerprint> datasets =
        request.kind() == Kind.RETRY ? staleAndUndeclared(facts, occasion) : all(facts, occasion);
    if (datasets.isEmpty()) {
      return Optional.empty();
    }
    String sentence = request.actor() + wished(request.kind());
    List<String> because = new ArrayList<>(List.of(sentence));
    because.addAll(stale.because());
    return Optional.of(
        new Wish(
            because,
            datasets,
            release(facts, request.parameters(), occasion),
            request.parameters(),
            request.actor(),
            true,
            request.kind() != Kind.OPEN && request.submission().isEmpty()));
  }

  /** The wish of the clock. */
  static Optional<Wish> ofClock(ProductFacts facts, Staleness stale, Asked asked) {
    Request firing = asked.clock().orElseThrow();
    String occasion = asked.occasion().orElseThrow();
    Map<DatasetName, Fingerprint> datasets = staleAndUndeclared(facts, occasion);
    if (datasets.isEmpty()) {
      return Optional.empty();
    }
    boolean undeclared = datasets.values().stream().anyMatch(Fingerprint::hasOccasion);
    List<String> because = new ArrayList<>(List.of(firing(facts.product(), firing)));
    because.addAll(stale.because());
    return Optional.of(
        new Wish(
            because,
            datasets,
            release(facts, Map.of(), undeclared ? occasion : Fingerprint.NO_OCCASION),
            Map.of(),
            BY_ITSELF,
            false,
            true));
  }

  /** The wish of what changed. */
  static Wish ofChange(ProductFacts facts, Staleness stale) {
    return new Wish(
        stale.because(),
        Recipe.stale(facts.product(), facts.inputStates(), facts.content()),
        release(facts, Map.of(), Fingerprint.NO_OCCASION),
        Map.of(),
        BY_ITSELF,
        false,
        true);
  }

  /** Without an occasion it is served by any release for its state, on whatever occasion. */
  boolean isServedBy(Release release) {
    Fingerprint of = Fingerprint.parse(release.fingerprint());
    return fingerprint.hasOccasion() ? of.equals(fingerprint) : of.sameStateAs(fingerprint);
  }

  /** Who asks where nobody does. */
  static final String BY_ITSELF = "headgate";

  private static Map<DatasetName, Fingerprint> all(ProductFacts facts, String occasion) {
    return Recipe.build(
        facts.product(), facts.inputStates(), facts.content(), d -> Optional.of(occasion));
  }

  private static Map<DatasetName, Fingerprint> staleAndUndeclared(
      ProductFacts facts, String occasion) {
    return Recipe.build(
        facts.product(),
        facts.inputStates(),
        facts.content(),
        d -> Recipe.readsUndeclared(d) ? Optional.of(occasion) : Optional.empty());
  }

  private static Fingerprint release(
      ProductFacts facts, Map<String, String> parameters, String occasion) {
    return Recipe.release(
        facts.product(),
        facts.inputStates(),
        facts.current().map(r -> r.id()),
        parameters,
        occasion);
  }

  private static String wished(Kind kind) {
    return switch (kind) {
      case MANUAL -> " asked for it";
      case RETRY -> " asked for another try";
      case OPEN -> " opened it to write from outside";
      case SUBMIT -> " submitted a job";
      case CRON -> throw new IllegalArgumentException("a firing is no person's wish");
    };
  }

  private static String firing(Product product, Request firing) {
    List<String> expressions =
        product.trigger().any().stream()
            .filter(c -> c instanceof Trigger.Cron)
            .map(c -> "'" + ((Trigger.Cron) c).expression() + "'")
            .toList();
    return "cron " + String.join(" or ", expressions) + " fired at " + firing.at();
  }
}
