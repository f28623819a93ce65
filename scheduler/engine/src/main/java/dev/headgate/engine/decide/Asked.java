package dev.headgate.engine.decide;

import dev.headgate.model.product.Product;
import dev.headgate.model.product.Trigger;
import dev.headgate.model.store.ProductStore.Request;
import dev.headgate.model.store.ProductStore.Request.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of the pending requests one release would serve.
 *
 * @param person the oldest request of someone
 * @param clock the newest firing that is due, where the product still has a cron condition
 * @param served all that a release for these serves
 */
record Asked(Optional<Request> person, Optional<Request> clock, List<Request> served) {
  static Asked of(Product product, List<Request> pending, Instant now) {
    boolean outside = product.datasets().stream().anyMatch(d -> d.job().isOpen());
    Optional<Request> person =
        pending.stream().filter(r -> mayBeServed(r.kind(), outside)).findFirst();
    List<Request> firings =
        pending.stream().filter(r -> r.kind() == Kind.CRON && !r.at().isAfter(now)).toList();
    boolean scheduled = product.trigger().any().stream().anyMatch(c -> c instanceof Trigger.Cron);
    Optional<Request> clock =
        scheduled ? firings.stream().reduce((older, newer) -> newer) : Optional.empty();
    List<Request> served = new ArrayList<>();
    person.ifPresent(lead -> pending.stream().filter(r -> sameWish(lead, r)).forEach(served::add));
    if (person.filter(lead -> !lead.parameters().isEmpty()).isEmpty()) {
      served.addAll(firings);
    }
    return new Asked(person, clock, List.copyOf(served));
  }

  boolean byPerson() {
    return person.isPresent();
  }

  /** What makes a release that is asked for another one than the state alone would. */
  Optional<String> occasion() {
    return person
        .map(r -> Fingerprint.occasion("request", r.id()))
        .or(() -> clock.map(r -> Fingerprint.occasion("cron", r.at().toString())));
  }

  /** What is written from outside starts only where someone comes with its content. */
  private static boolean mayBeServed(Kind kind, boolean outside) {
    return switch (kind) {
      case CRON -> false;
      case MANUAL, RETRY -> !outside;
      case OPEN, SUBMIT -> true;
    };
  }

  private static boolean sameWish(Request lead, Request other) {
    return other.kind() == lead.kind()
        && other.parameters().equals(lead.parameters())
        && other.submission().equals(lead.submission());
  }
}
