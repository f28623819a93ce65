package dev.headgate.model.store;

import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is remembered of a product between releases. */
public interface ProductStore {
  /** Why it is paused; empty if it is not. */
  Optional<Pause> pause(ProductName product);

  void setPause(ProductName product, Optional<Pause> pause);

  /** The last decision, as {@code why} shows it. */
  Optional<Decided> lastDecision(ProductName product);

  void recordDecision(ProductName product, Decision decision, Instant at);

  /** Requests and cron firings that no release has taken up yet, oldest first. */
  List<Request> pendingRequests(ProductName product);

  /** Products that have a pending request. */
  List<ProductName> productsWithRequests();

  /** Adds a request; one with an id that exists already (pending or taken up) is ignored. */
  void addRequest(Request request);

  /**
   * Marks exactly these as taken up by a release; others, also older ones, keep waiting: they may
   * have other parameters.
   */
  void takeUp(List<Request> requests, long release);

  /**
   * A product does not start by itself.
   *
   * @param until when set, a state of the product's inputs and code: the pause ends by itself once
   *     that is no longer the state (after a rollback)
   */
  record Pause(String reason, String actor, Instant since, Optional<String> until) {}

  /** A decision and when it was made. */
  record Decided(Decision decision, Instant at) {}

  /**
   * Someone, or the clock, wants a release.
   *
   * @param id unique over all products; for a cron firing {@code cron:<product>:<scheduled
   *     instant>}
   */
  record Request(
      String id,
      ProductName product,
      Kind kind,
      String actor,
      Map<String, String> parameters,
      Optional<Job> submission,
      Instant at) {
    public Request {
      parameters = Map.copyOf(parameters);
    }

    /** Where a request comes from. */
    public enum Kind {
      MANUAL,
      CRON,
      /** {@code release open}. */
      OPEN,
      /** {@code headgate submit}; the request carries the job. */
      SUBMIT,
      /** What a release that ended was to make is wanted again: {@code release retry}. */
      RETRY
    }
  }
}
