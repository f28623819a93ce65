package dev.headgate.engine.fake;

import dev.headgate.model.Digests;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.lake.DatasetState;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.lake.Promotion;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.StoreTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A versioned lake in memory: every instant is a map from names to contents, a branch is a base and
 * its own changes, a promotion compares with the base and swaps. Content is a text.
 */
public final class FakeLake implements Lake {
  private final FakeStore store;
  private final List<Map<DatasetName, String>> instants = new ArrayList<>(List.of(Map.of()));
  private final List<Long> versions = new ArrayList<>();
  private final Map<String, FakeBranch> branches = new HashMap<>();
  private final Map<DatasetName, String> gated = new TreeMap<>();
  private long tokens;
  private Optional<HeadgateException> nextPromotionFails = Optional.empty();
  private boolean happensAnyway;
  private final Map<String, Optional<Supplier<Promotion>>> inDoubt = new HashMap<>();
  private boolean stillOpen;
  private final Map<String, TableDescription> descriptions = new HashMap<>();
  private final Map<String, List<Field>> columnsOfViews = new HashMap<>();
  private boolean descriptionsFail;

  public FakeLake(FakeStore store) {
    this.store = store;
  }

  /** Commits to a source dataset, as its writer would. */
  public synchronized void commit(DatasetName dataset, String content) {
    if (gated.containsKey(dataset)) {
      throw new HeadgateException(ErrorCode.NOT_ALLOWED, gated.get(dataset));
    }
    Map<DatasetName, String> next = new TreeMap<>(instants.get(instants.size() - 1));
    next.put(dataset, content);
    instants.add(next);
  }

  /** Moves main of a gated dataset, which nobody should be able to. */
  public synchronized void bypass(DatasetName dataset, String content) {
    Map<DatasetName, String> next = new TreeMap<>(instants.get(instants.size() - 1));
    next.put(dataset, content);
    instants.add(next);
  }

  /** What {@code main} shows. */
  public synchronized Map<DatasetName, String> main() {
    return Map.copyOf(instants.get(instants.size() - 1));
  }

  /** All that {@code main} ever showed of a dataset. */
  public synchronized List<String> everShown(DatasetName dataset) {
    return instants.stream().map(instant -> instant.getOrDefault(dataset, "")).toList();
  }

  public synchronized Set<DatasetName> gated() {
    return Set.copyOf(gated.keySet());
  }

  /** Branches that can still be read. */
  public synchronized Set<String> openBranches() {
    Set<String> names = new TreeSet<>();
    branches.forEach(
        (name, branch) -> {
          if (!branch.ended) {
            names.add(name);
          }
        });
    return names;
  }

  /** The next promotion throws this; where its outcome is unknown, it happens later or never. */
  public synchronized void failNextPromotion(ErrorCode code, boolean butItHappened) {
    nextPromotionFails = Optional.of(new HeadgateException(code, "injected"));
    happensAnyway = butItHappened;
  }

  /** Writes through a token, as a job would. */
  public synchronized void write(String branch, String token, DatasetName dataset, String content) {
    FakeBranch to = live(branch);
    if (to.frozen.isPresent()) {
      throw new HeadgateException(ErrorCode.WRONG_STATE, branch + " is frozen");
    }
    if (!to.writable(token).contains(dataset)) {
      throw new HeadgateException(
          ErrorCode.NOT_ALLOWED, "this token does not write " + dataset + " on " + branch);
    }
    to.put(dataset, Optional.of(content));
  }

  /** What DROP TABLE on a branch does. */
  public synchronized void drop(String branch, DatasetName dataset) {
    live(branch).put(dataset, Optional.empty());
  }

  /** Reads through a token, as a job or check would. */
  public synchronized Optional<String> read(String branch, String token, DatasetName dataset) {
    FakeBranch from = live(branch);
    from.writable(token);
    return from.read(dataset, instants.get((int) from.base));
  }

  @Override
  public synchronized long head() {
    return instants.size() - 1L;
  }

  @Override
  public synchronized Map<DatasetName, DatasetState> states(
      long instant, Collection<DatasetName> datasets) {
    Map<DatasetName, DatasetState> states = new TreeMap<>();
    Map<DatasetName, String> at = instants.get((int) instant);
    for (DatasetName dataset : datasets) {
      if (at.containsKey(dataset)) {
        String content = at.get(dataset);
        states.put(
            dataset,
            new DatasetState("id-" + dataset, content, OptionalLong.of(snapshot(content))));
      }
    }
    return states;
  }

  @Override
  public synchronized long createBranch(String branch, Set<DatasetName> scope) {
    return branches.computeIfAbsent(branch, name -> new FakeBranch(head(), scope)).base;
  }

  @Override
  public synchronized long createRollbackBranch(
      String branch, long toInstant, Set<DatasetName> datasets) {
    if (!branches.containsKey(branch)) {
      FakeBranch made = new FakeBranch(head(), datasets);
      Map<DatasetName, String> then = instants.get((int) toInstant);
      for (DatasetName dataset : datasets) {
        Optional<String> before = Optional.ofNullable(main().get(dataset));
        Optional<String> restored = Optional.ofNullable(then.get(dataset));
        if (!before.equals(restored)) {
          made.put(dataset, restored);
        }
      }
      branches.put(branch, made);
    }
    return branches.get(branch).base;
  }

  @Override
  public synchronized long savepoint(String branch) {
    return live(branch).log.size();
  }

  @Override
  public synchronized void reset(String branch, long savepoint, Set<DatasetName> datasets) {
    live(branch).reset((int) savepoint, datasets);
  }

  @Override
  public synchronized String grant(
      String branch, Set<DatasetName> writable, String holder, Duration validFor) {
    String token = "token-" + ++tokens;
    live(branch).tokens.put(token, new FakeBranch.Grant(holder, Set.copyOf(writable)));
    return token;
  }

  @Override
  public synchronized void revoke(String branch, String holder) {
    FakeBranch of = branches.get(branch);
    if (of != null) {
      of.tokens.values().removeIf(grant -> grant.holder().equals(holder));
    }
  }

  @Override
  public synchronized String freeze(String branch, String evidence) {
    FakeBranch frozen = live(branch);
    frozen.frozen = Optional.of(evidence);
    return frozen.digest();
  }

  /** From now on a view describes a table so; what nobody described is not there. */
  public synchronized void described(
      String view, DatasetName dataset, TableDescription description) {
    descriptions.put(view + " " + dataset, description);
  }

  /** From now on a view of the lake shows an Iceberg view with these columns. */
  public synchronized void viewOf(String view, DatasetName dataset, List<Field> columns) {
    columnsOfViews.put(view + " " + dataset, columns);
  }

  @Override
  public synchronized Optional<List<Field>> columnsOfView(String view, DatasetName dataset) {
    return Optional.ofNullable(columnsOfViews.get(view + " " + dataset));
  }

  @Override
  public synchronized boolean shows(String view, DatasetName dataset) {
    if (descriptions.containsKey(view + " " + dataset)) {
      return true;
    }
    return view.equals("main")
        ? main().containsKey(dataset)
        : live(view).read(dataset, instants.get((int) live(view).base)).isPresent();
  }

  /** From now on no table can be described. */
  public synchronized void failDescriptions() {
    descriptionsFail = true;
  }

  @Override
  public synchronized Optional<TableDescription> describe(String view, DatasetName dataset) {
    if (descriptionsFail) {
      throw new HeadgateException(ErrorCode.EXTERNAL, "the object store is away");
    }
    return Optional.ofNullable(descriptions.get(view + " " + dataset));
  }

  @Override
  public synchronized List<BranchChange> changes(String branch) {
    List<BranchChange> changes = new ArrayList<>();
    FakeBranch of = live(branch);
    Map<DatasetName, String> base = instants.get((int) of.base);
    of.changes.forEach(
        (name, content) -> {
          BranchChange.Kind kind =
              content.isEmpty()
                  ? BranchChange.Kind.DROPPED
                  : base.containsKey(name) ? BranchChange.Kind.CHANGED : BranchChange.Kind.CREATED;
          OptionalLong snapshot =
              content.isEmpty() ? OptionalLong.empty() : OptionalLong.of(snapshot(content.get()));
          changes.add(new BranchChange(name, kind, snapshot, OptionalLong.empty()));
        });
    return changes;
  }

  @Override
  public Promotion promote(
      String branch, String expectedDigest, String tag, Participant participant) {
    refuseWhileInDoubt(branch);
    Optional<HeadgateException> failure = takeFailure();
    if (failure.isPresent()) {
      if (failure.get().code() == ErrorCode.OUTCOME_UNKNOWN) {
        doubt(
            branch, () -> store.transact(tx -> promoteIn(tx, branch, expectedDigest, participant)));
      }
      throw failure.get();
    }
    // The store's lock comes first, as in every other call that has both.
    return store.transact(tx -> promoteIn(tx, branch, expectedDigest, participant));
  }

  private synchronized void refuseWhileInDoubt(String branch) {
    if (inDoubt.containsKey(branch)) {
      throw new IllegalStateException(branch + " is promoted again before that is settled");
    }
  }

  private synchronized void doubt(String branch, Supplier<Promotion> transaction) {
    inDoubt.put(branch, happensAnyway ? Optional.of(transaction) : Optional.empty());
    stillOpen = true;
  }

  private synchronized Optional<HeadgateException> takeFailure() {
    Optional<HeadgateException> taken = nextPromotionFails;
    nextPromotionFails = Optional.empty();
    return taken;
  }

  private synchronized Promotion promoteIn(
      StoreTransaction tx, String branch, String expectedDigest, Participant participant) {
    FakeBranch from = live(branch);
    if (from.frozen.isEmpty() || !from.digest().equals(expectedDigest)) {
      throw new HeadgateException(ErrorCode.DIGEST_CHANGED, branch + " is not what was judged");
    }
    Map<DatasetName, String> base = instants.get((int) from.base);
    for (DatasetName changed : from.changes.keySet()) {
      if (!Objects.equals(base.get(changed), main().get(changed))) {
        throw new HeadgateException(ErrorCode.BASE_MOVED, changed + " moved since " + from.base);
      }
    }
    Promotion promotion = new Promotion(instants.size(), versions.size() + 1L);
    participant.within(tx, promotion);
    Map<DatasetName, String> next = new TreeMap<>(main());
    from.changes.forEach(
        (name, content) ->
            content.ifPresentOrElse(text -> next.put(name, text), () -> next.remove(name)));
    instants.add(next);
    versions.add(promotion.instant());
    from.promoted = Optional.of(promotion);
    from.ended = true;
    return promotion;
  }

  @Override
  public Optional<Promotion> settle(String branch) {
    Optional<Promotion> late = lateEnd(branch).map(Supplier::get);
    return late.isPresent() ? late : promotionOf(branch);
  }

  /**
   * A lost transaction is still open when it is asked for first; then it commits, or never will.
   */
  private synchronized Optional<Supplier<Promotion>> lateEnd(String branch) {
    if (!inDoubt.containsKey(branch)) {
      return Optional.empty();
    }
    if (stillOpen) {
      stillOpen = false;
      throw new HeadgateException(ErrorCode.OUTCOME_UNKNOWN, "the transaction is still open");
    }
    return inDoubt.remove(branch);
  }

  private synchronized Optional<Promotion> promotionOf(String branch) {
    FakeBranch of = branches.get(branch);
    return of == null ? Optional.empty() : of.promoted;
  }

  @Override
  public synchronized void discard(String branch) {
    FakeBranch of = branches.get(branch);
    if (of != null) {
      of.ended = true;
    }
  }

  @Override
  public synchronized long instantOf(long lakeVersion) {
    return versions.get((int) lakeVersion - 1);
  }

  @Override
  public void gate(Map<DatasetName, String> advice, Consumer<StoreTransaction> then) {
    store.transact(
        tx -> {
          then.accept(tx);
          synchronized (this) {
            gated.putAll(advice);
          }
          return advice;
        });
  }

  @Override
  public void ungate(Set<DatasetName> datasets, Consumer<StoreTransaction> then) {
    store.transact(
        tx -> {
          then.accept(tx);
          synchronized (this) {
            gated.keySet().removeAll(datasets);
          }
          return datasets;
        });
  }

  private FakeBranch live(String name) {
    FakeBranch branch = branches.get(name);
    if (branch == null) {
      throw new HeadgateException(ErrorCode.NOT_FOUND, "there is no branch " + name);
    }
    if (branch.ended) {
      throw new HeadgateException(ErrorCode.WRONG_STATE, name + " has ended");
    }
    return branch;
  }

  private static long snapshot(String content) {
    return Long.parseLong(Digests.sha256(content).substring(0, 12), 16);
  }
}
