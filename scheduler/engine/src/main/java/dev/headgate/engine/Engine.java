package dev.headgate.engine;

import dev.headgate.engine.grade.Graded;
import dev.headgate.model.decision.Decision;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Job;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.store.ProductStore.Decided;
import dev.headgate.spi.CatalogAccess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides, plans and drives releases. Everything that people, the clock and other programs ask of
 * it; what is asked is durable when a method returns. Thread-safe. Errors are {@link
 * dev.headgate.model.HeadgateException}s.
 *
 * <p>The argument {@code actor} says who asks; it goes on the record.
 */
public interface Engine extends AutoCloseable {
  /** Takes up what was under way when the process ended, then decides about every product. */
  void start();

  /** Stops driving; what is under way is taken up at the next start. */
  @Override
  void close();

  /** What applying these definitions would change, and for whom; changes nothing. */
  Plan plan(Definitions next);

  /**
   * Makes {@code next} what holds, gates its datasets and decides anew; all or nothing. Returns the
   * new revision.
   *
   * @param expectedRevision the revision that the plan was made against; another one is {@code
   *     WRONG_STATE}
   * @throws PlanRefusedException where a finding of the plan is an error
   */
  long apply(long expectedRevision, Definitions next, String actor);

  /**
   * The clock says that a product's cron condition fired for {@code scheduled}. A repetition
   * changes nothing.
   */
  void fired(ProductName product, Instant scheduled);

  /**
   * Something in the lake changed beside promotions: decides about the consumers of source
   * datasets.
   */
  void lakeChanged();

  /** Asks for a release, also where nothing is stale. */
  Requested build(ProductName product, Map<String, String> parameters, String actor);

  /** Starts a release whose whole content one submitted job writes. */
  Requested submit(ProductName product, Job job, String actor);

  /** Starts a release that is written from outside, and returns how to write it. */
  Opened open(ProductName product, String actor);

  /** An open release is written: its branch is frozen and judged. */
  Release close(long release, String actor);

  /** Stops a release that has not ended. */
  Release cancel(long release, String reason, String actor);

  /** Opens a new release for what a failed, rejected or cancelled one was to make. */
  Requested retry(long release, String actor);

  /**
   * A yes, for the digest that the release has now; {@code expectedDigest} guards against approving
   * something else.
   */
  Release approve(long release, Optional<String> expectedDigest, String actor);

  Release reject(long release, String reason, String actor);

  /**
   * Tries to promote a release that passed and is approved, for example after a conflict was
   * settled.
   */
  Release promote(long release, String actor);

  /** Opens a rollback to a promoted release; empty: to the one before the current. */
  Release rollback(ProductName product, Optional<Long> to, String reason, String actor);

  void pause(ProductName product, String reason, String actor);

  void resume(ProductName product, String actor);

  /**
   * Judges products as a view shows them, by the same judges as a release; changes and keeps
   * nothing.
   *
   * @param definitions to judge by; empty: what was applied
   * @param product only this one; empty: of a release's branch its product, else all
   * @param view for example {@code main}, {@code version-3}, {@code release-12}
   */
  List<CheckedProduct> check(
      Optional<Definitions> definitions, Optional<ProductName> product, String view)
      throws InterruptedException;

  /**
   * Grants an exception to a check or policy, by an owner of the domain that {@code scope} (a
   * domain, product or dataset) lies in, for 90 days at most; has judged again what it frees.
   */
  Waived waive(String rule, String scope, String reason, Instant until, String actor);

  /** Ends an exception early; has judged again what waits for approval because of it. */
  Waived revokeWaiver(long id, String actor);

  /** The exceptions that hold for any part of a scope, or all; ended ones too, oldest first. */
  WaiverReport waivers(Optional<String> scope);

  /**
   * A consumer's yes to a major of a dataset's contract, by an owner of its domain; has judged
   * again what it frees.
   */
  Accepted accept(DatasetName dataset, int major, ProductName consumer, String actor);

  /** The last decision about a product; decides if there is none yet. */
  Decided why(ProductName product);

  /** Where a product is, in one word. */
  ProductState state(ProductName product);

  /** How good the evidence for a product is, with every exception that stands. */
  Graded grade(ProductName product);

  /**
   * What readers are to see on a dataset's table, as properties that begin with {@code headgate.};
   * quick, as it is asked at each load of a table.
   */
  Map<String, String> labels(DatasetName dataset);

  /**
   * What came of a consumer's yes.
   *
   * @param judgedAgain the releases that are, because of it
   * @param notes what still keeps the consumer from being built on that major, for people
   */
  record Accepted(List<Release> judgedAgain, List<String> notes) {
    public Accepted {
      judgedAgain = List.copyOf(judgedAgain);
      notes = List.copyOf(notes);
    }
  }

  /** A waiver, and the releases that are judged again because of what was done with it. */
  record Waived(Waiver waiver, List<Release> judgedAgain) {}

  /**
   * Waivers and what they come to.
   *
   * @param at the moment that it tells of
   * @param domains of those that have any, by name
   */
  record WaiverReport(Instant at, List<Waiver> waivers, List<WaiversOfDomain> domains) {}

  /**
   * How a domain uses exceptions.
   *
   * @param all with those that ended
   * @param renewals how many of all followed one of the same rule and scope
   */
  record WaiversOfDomain(String domain, int inForce, int all, int renewals) {}

  /** The answer to a request: what was decided, and the release if one was started. */
  record Requested(Decision decision, Optional<Release> release) {}

  /** An open release and how to write it; {@code access} carries a token. */
  record Opened(Release release, CatalogAccess access) {}
}
