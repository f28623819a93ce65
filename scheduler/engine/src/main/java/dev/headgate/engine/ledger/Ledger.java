package dev.headgate.engine.ledger;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseState;
import dev.headgate.model.release.Run;
import dev.headgate.model.release.RunState;
import dev.headgate.model.store.AuditLog;
import dev.headgate.model.store.Outbox;
import dev.headgate.model.store.Store;
import dev.headgate.model.store.StoreTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Writes what happens to releases, each change with its audit row and its event. */
public final class Ledger {
  private static final int LOST_RACES = 5;

  private final Store store;
  private final Clock clock;

  public Ledger(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  public <T> T transact(Function<StoreTransaction, T> work) {
    return store.transact(work);
  }

  /** The release as it is stored; {@code NOT_FOUND} names what is not there. */
  public Release release(long id) {
    return transact(tx -> find(tx, id));
  }

  public static Release find(StoreTransaction tx, long id) {
    return tx.releases()
        .find(id)
        .orElseThrow(() -> new HeadgateException(ErrorCode.NOT_FOUND, "there is no release " + id));
  }

  /** Changes a release in one transaction; tried again where someone else changed it meanwhile. */
  public Release change(long id, BiFunction<StoreTransaction, Release, Release> work) {
    return racing(tx -> work.apply(tx, find(tx, id)));
  }

  /** One transaction; tried again where someone else changed a release of it meanwhile. */
  public <T> T racing(Function<StoreTransaction, T> work) {
    for (int race = 1; ; race++) {
      try {
        return transact(work);
      } catch (HeadgateException e) {
        if (e.code() != ErrorCode.WRONG_STATE || race == LOST_RACES) {
          throw e;
        }
      }
    }
  }

  /** Changes a release if it is still in a state; empty if it is not any more. */
  public Optional<Release> changeIf(
      long id, ReleaseState expected, BiFunction<StoreTransaction, Release, Release> work) {
    Release after =
        change(
            id, (tx, release) -> release.state() == expected ? work.apply(tx, release) : release);
    return after.state() == expected ? Optional.empty() : Optional.of(after);
  }

  /** Writes an edited release, with its audit row and event, in the open transaction. */
  public Release write(StoreTransaction tx, ReleaseEdit edit, Entry entry) {
    Release before = edit.before();
    Release after = edit.after(now());
    boolean moved = before.state() != after.state();
    if (moved) {
      before.state().checkNext(after.state(), before.id(), entry.verb());
    }
    tx.releases().update(after);
    if (moved && after.state().isFinal()) {
      endRuns(tx, after);
    }
    entry.action().ifPresent(action -> audit(tx, entry, action, after));
    if (moved) {
      tx.outbox().add(event(after));
    }
    return after;
  }

  /** Adds a new release, with its audit row and event. */
  public void insert(StoreTransaction tx, Release release, Entry entry) {
    tx.releases().insert(release);
    entry.action().ifPresent(action -> audit(tx, entry, action, release));
    tx.outbox().add(event(release));
  }

  /** A decision about something else than a release. */
  public void record(StoreTransaction tx, Entry entry, String subject) {
    tx.audit()
        .append(
            new AuditLog.Event(
                now(),
                entry.actor(),
                entry.action().orElseThrow(),
                subject,
                Optional.empty(),
                entry.details()));
  }

  /** Tells the world something about a product, or about everything. */
  public void tell(
      StoreTransaction tx, String type, Optional<ProductName> product, Map<String, String> data) {
    tx.outbox()
        .add(
            new Outbox.Event(
                UUID.randomUUID().toString(), type, product, Optional.empty(), data, now()));
  }

  /** The word of {@code notify.on} for a state. */
  public static String word(ReleaseState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void audit(StoreTransaction tx, Entry entry, String action, Release release) {
    Map<String, String> details = new HashMap<>(entry.details());
    details.put("product", release.product().toString());
    details.put("state", release.state().name());
    release.reason().ifPresent(reason -> details.putIfAbsent("reason", reason));
    tx.audit()
        .append(
            new AuditLog.Event(
                now(),
                entry.actor(),
                action,
                "release " + release.id(),
                release.digest(),
                details));
  }

  private Outbox.Event event(Release release) {
    Map<String, String> data = new HashMap<>();
    data.put("kind", release.kind().name());
    data.put("state", release.state().name());
    data.put("warehouse", release.warehouse());
    release.reason().ifPresent(reason -> data.put("reason", reason));
    release.digest().ifPresent(digest -> data.put("digest", digest));
    release.lakeVersion().ifPresent(version -> data.put("lakeVersion", version.toString()));
    if (!release.blockedBy().isEmpty()) {
      data.put("blockedBy", String.join("\n", release.blockedBy()));
    }
    return new Outbox.Event(
        "release-" + release.id() + "-" + release.revision(),
        word(release.state()),
        Optional.of(release.product()),
        Optional.of(release.id()),
        data,
        now());
  }

  private void endRuns(StoreTransaction tx, Release release) {
    for (Run run : tx.runs().ofRelease(release.id())) {
      if (!run.state().isFinal()) {
        tx.runs()
            .put(Runs.ended(run, RunState.CANCELLED, "release " + release.id() + " ended", now()));
      }
    }
  }
}
