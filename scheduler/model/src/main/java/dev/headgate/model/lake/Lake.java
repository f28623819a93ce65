package dev.headgate.model.lake;

import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.StoreTransaction;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The versioned lake. It knows branches, digests and evidence; no product, release or approval.
 * Every method is safe to repeat after a crash: a second call with the same arguments changes
 * nothing.
 *
 * <p>Errors are {@link dev.headgate.model.HeadgateException}s: {@code NOT_FOUND}, {@code
 * WRONG_STATE} (a branch that is frozen or ended), {@code DIGEST_CHANGED}, {@code BASE_MOVED},
 * {@code OUTCOME_UNKNOWN}, {@code EXTERNAL}.
 */
public interface Lake {
  /** The newest instant. */
  long head();

  /** The states of those of {@code datasets} that exist at an instant. */
  Map<DatasetName, DatasetState> states(long instant, Collection<DatasetName> datasets);

  /**
   * Makes a branch at the newest instant, writable on {@code scope} with a token, and guarded by
   * the {@link CommitGuard} that there is; returns the instant. A second call with the same name
   * returns the same.
   */
  long createBranch(String branch, Set<DatasetName> scope);

  /**
   * Makes a branch that, when promoted, restores {@code datasets} to their state at {@code
   * toInstant}; no guard is asked about it. Idempotent.
   */
  long createRollbackBranch(String branch, long toInstant, Set<DatasetName> datasets);

  /** The branch's present position, for {@link #reset}. */
  long savepoint(String branch);

  /** Sets {@code datasets} on the branch back to their state at a savepoint. */
  void reset(String branch, long savepoint, Set<DatasetName> datasets);

  /**
   * A new token that opens this one view, and writes {@code writable} on it.
   *
   * @param holder who it is for, for example {@code run 12-daily_delays attempt 1}; {@link #revoke}
   *     ends all of a holder
   */
  String grant(String branch, Set<DatasetName> writable, String holder, Duration validFor);

  /**
   * Ends the holder's tokens on the branch; a commit that is under way with one is refused.
   * Idempotent.
   */
  void revoke(String branch, String holder);

  /**
   * Makes the branch read-only and binds {@code evidence} (what else was judged: contracts,
   * policies, pipeline) into its digest. Idempotent with the same evidence; frozen with other
   * evidence, it is frozen anew with another digest.
   */
  String freeze(String branch, String evidence);

  /** Whether a view of the lake shows a table or an Iceberg view of that name. */
  boolean shows(String view, DatasetName dataset);

  /**
   * What a table is on a view ({@code release-12}, {@code version-3}, {@code main}), read from its
   * metadata and manifests; empty where there is no such table.
   */
  Optional<TableDescription> describe(String view, DatasetName dataset);

  /**
   * The columns of an Iceberg view, in order, as its present version has them; empty where a view
   * of the lake shows no Iceberg view of that name.
   */
  Optional<List<Field>> columnsOfView(String view, DatasetName dataset);

  /** What the branch would change if promoted. */
  List<BranchChange> changes(String branch);

  /**
   * Promotes the branch, atomically over everything on it: the digest is computed again inside the
   * transaction and must be {@code expectedDigest}; {@code participant} runs in the same
   * transaction and may refuse by throwing: nothing has happened then, and what it threw comes out
   * unchanged. It may be called again where the transaction is.
   *
   * @param tag what the promoted tables' new snapshots are tagged with, for example {@code
   *     release_12}
   */
  Promotion promote(String branch, String expectedDigest, String tag, Participant participant);

  /**
   * What became of a promotion whose outcome was unknown: empty if it certainly did not and will
   * not happen; the branch may then be promoted by another call. Throws {@code OUTCOME_UNKNOWN}
   * while that cannot be told.
   */
  Optional<Promotion> settle(String branch);

  /**
   * Ends the branch: it can be neither read nor written from now on, and is collected. Idempotent;
   * a branch that was never made is no error.
   */
  void discard(String branch);

  /** The instant that a lake version is. */
  long instantOf(long lakeVersion);

  /**
   * Makes exactly these datasets gated, each with advice for who is refused, in one transaction
   * with {@code then}. Names that are gated already and missing here stay gated: see {@link
   * #ungate}.
   */
  void gate(Map<DatasetName, String> advice, java.util.function.Consumer<StoreTransaction> then);

  /** Lets datasets go: anyone may write them directly from now on. */
  void ungate(Set<DatasetName> datasets, java.util.function.Consumer<StoreTransaction> then);

  /** Runs within the transaction of a promotion. */
  interface Participant {
    void within(StoreTransaction transaction, Promotion promotion);
  }
}
