package dev.headgate.catalog;

import dev.headgate.catalog.collect.Collector;
import dev.headgate.catalog.file.Layout;
import dev.headgate.catalog.file.MetadataFiles;
import dev.headgate.catalog.promotion.Promoter;
import dev.headgate.catalog.promotion.Rollbacks;
import dev.headgate.catalog.state.Branch;
import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.Fork;
import dev.headgate.catalog.state.LakeDatabase;
import dev.headgate.catalog.state.LakeState;
import dev.headgate.catalog.state.LakeVersion;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.state.Participant;
import dev.headgate.catalog.state.Promoted;
import dev.headgate.catalog.state.Promotions;
import dev.headgate.catalog.state.RequestKeys;
import dev.headgate.catalog.view.LakeCatalog;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.iceberg.io.FileIO;

/**
 * The versioned lake. Views of it are ordinary Iceberg catalogs; branches are made, frozen and
 * promoted here. It knows branches, digests and opaque evidence; who may promote what and why is
 * for the participant of {@link #promote} to check, inside the same transaction. Thread-safe.
 */
public final class VersionedCatalog implements AutoCloseable {
  private static final int PREPARING_THREADS = 8;

  private final LakeState state;
  private final FileIO io;
  private final Views views;
  private final Tokens tokens;
  private final RequestKeys requestKeys;
  private final Promotions promotions;
  private final Promoter promoter;
  private final Rollbacks rollbacks;
  private final ExecutorService executor;
  private final Collector collector;

  private VersionedCatalog(CatalogConfig config, LakeState state) {
    this.state = state;
    this.io = config.io();
    MetadataFiles files = new MetadataFiles(config.io());
    Layout layout = new Layout(config.warehouse());
    this.executor =
        Executors.newFixedThreadPool(PREPARING_THREADS, Daemons.named("headgate-prepare"));
    this.promotions = new Promotions(state);
    this.promoter = new Promoter(state, files, layout, executor, config.observer());
    this.rollbacks = new Rollbacks(state, files, layout);
    this.views = new Views(state, promotions, files, layout, config);
    this.tokens = new Tokens(state);
    this.collector = new Collector(state, files, layout, config.grace());
    this.requestKeys = new RequestKeys(state);
  }

  /** Opens the lake, and makes its tables in the database if they are missing. */
  public static VersionedCatalog open(CatalogConfig config) {
    LakeDatabase database = LakeDatabase.open(config.dataSource());
    return new VersionedCatalog(
        config, new LakeState(database, config.clock(), config.retention()));
  }

  /** The views of the lake, by warehouse. */
  public Views views() {
    return views;
  }

  /** What is promoted, live. */
  public LakeCatalog main() {
    return views.open("main");
  }

  /** The lake as it is at the newest instant, for as long as the caller wants to look at it. */
  public LakeCatalog pinned() {
    return at(head());
  }

  /** The lake as it was at an instant. */
  public LakeCatalog at(long instant) {
    return views.open(Views.INSTANT + instant);
  }

  /** The lake as the nth promotion left it. */
  public LakeCatalog version(long n) {
    return views.open(Views.VERSION + n);
  }

  /** A branch, for a caller in this process: it may write what the branch's scope allows. */
  public LakeCatalog branch(String name) {
    return views.open(name);
  }

  /** Has {@code listener} run after each direct commit to main; it must be quick. */
  public void onMainCommit(Runnable listener) {
    state.onMainCommit(listener);
  }

  /** The newest instant. */
  public long head() {
    return state.head();
  }

  /** The instant of a lake version. */
  public long instantOf(long version) {
    return promotions
        .instantOf(version)
        .orElseThrow(() -> new NoSuchViewOfLakeException(Views.VERSION + version));
  }

  /** Lake versions, newest first. */
  public List<LakeVersion> versions(int limit) {
    return promotions.versions(limit);
  }

  /** What a name is at an instant. */
  public Optional<Entry> find(long instant, Name name) {
    return state.at(instant).find(name);
  }

  /** Makes a branch at the newest instant, or returns the one of that name. */
  public Branch createBranch(BranchSpec spec) {
    return state.createBranch(spec);
  }

  /**
   * Makes a branch whose promotion restores {@code names} to what they were at an instant.
   * Repeatable.
   */
  public Branch createRollbackBranch(String name, long toInstant, Set<Name> names) {
    return rollbacks.createBranch(name, toInstant, names);
  }

  public Optional<Branch> findBranch(String name) {
    return state.findBranch(name);
  }

  /** What a branch changes, by name. */
  public List<Fork> changes(String branch) {
    return state.forks(branch);
  }

  /** Sets names on a branch back to what they were when its position was {@code savepoint}. */
  public void reset(String branch, long savepoint, Collection<Name> names) {
    state.reset(branch, savepoint, names);
  }

  /**
   * A new token for a branch.
   *
   * @param writable what it may write; none: it only reads; empty: all of the branch's scope
   * @param holder who it is for; {@link #revoke} ends all of a holder
   */
  public String grant(
      String branch, Optional<Set<Name>> writable, String holder, Duration validFor) {
    return tokens.grant(branch, writable, holder, validFor);
  }

  /**
   * Ends the holder's tokens: a commit with one has either happened before this returns, or never
   * will.
   */
  public void revoke(String branch, String holder) {
    state.revoke(branch, holder);
  }

  public Tokens tokens() {
    return tokens;
  }

  /** Requests that were carried out, by the keys that clients repeat them with. */
  public RequestKeys requestKeys() {
    return requestKeys;
  }

  /**
   * Makes a branch read-only for good; returns the digest of what its promotion would do.
   * Repeatable.
   */
  public String freeze(String branch, String evidence) {
    return promotions.freeze(branch, evidence);
  }

  /**
   * Promotes branches as one instant, each with the digest that was judged; see {@link
   * Promotions#promote}.
   */
  public Promoted promote(Map<String, String> digests, String cause, Participant participant) {
    return promoter.promote(digests, cause, participant);
  }

  /** The first step of a promotion alone: writes final metadata, with no effect on anyone. */
  public void prepare(String branch) {
    promoter.prepare(branch);
  }

  /** The second step alone: one SQL transaction. */
  public Promoted commit(Map<String, String> digests, String cause, Participant participant) {
    return promoter.commit(digests, cause, participant);
  }

  /**
   * What became of a promotion whose outcome was unknown; empty: it has not happened and will not.
   */
  public Optional<Promoted> settle(String branch) {
    return promotions.settle(branch);
  }

  /** Gives a branch up. Repeatable; one that was promoted stays so. */
  public void discard(String branch) {
    state.discard(branch);
  }

  /**
   * Makes names gated, each with advice for whom it refuses, in one transaction with {@code then}.
   */
  public void gate(Map<Name, String> advice, Consumer<Connection> then) {
    state.gate(advice, handle -> then.accept(handle.getConnection()));
  }

  /** Opens names for direct commits again. */
  public void ungate(Collection<Name> names, Consumer<Connection> then) {
    state.ungate(names, handle -> then.accept(handle.getConnection()));
  }

  /** The gated names. */
  public List<Name> gated() {
    return state.gated();
  }

  /** One round of deleting files that nothing refers to; to be called now and then. */
  public Collector.Collected collect() {
    return collector.collect();
  }

  @Override
  public void close() {
    executor.shutdown();
    io.close();
  }
}
