package dev.headgate.catalog.state;

import dev.headgate.catalog.state.Branch.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.exceptions.ForbiddenException;

/**
 * The SQL half of a promotion. The swap is one transaction of a fixed number of statements a
 * branch, however many tables are on it, and does no other I/O.
 */
public final class Promotions {
  private final LakeState state;

  public Promotions(LakeState state) {
    this.state = state;
  }

  /**
   * Makes the branch read-only for good and binds {@code evidence} into its digest, which it
   * returns. Repeatable.
   */
  public String freeze(String name, String evidence) {
    return state
        .database()
        .write(
            handle -> {
              Branches branches = new Branches(handle);
              Branch branch = branches.lock(name);
              if (!branch.status().isLive()) {
                throw new BranchEndedException(branch);
              }
              String digest = BranchDigest.of(branch, evidence, new Forks(handle, branch).live());
              branches.freeze(branch, evidence, digest);
              return digest;
            });
  }

  /**
   * Records where the final metadata of each table and view was written, and for which state of the
   * branch.
   */
  public void recordPrepared(String name, List<Prepared> prepared) {
    state
        .database()
        .write(
            handle -> {
              PreparedForks.record(handle, new Branches(handle).lock(name), prepared);
              return null;
            });
  }

  /**
   * Promotes branches as one instant and one lake version, each with the digest that was judged.
   *
   * @param cause is kept with the instant, for people
   * @throws DigestChangedException if a branch is not frozen with exactly that digest
   * @throws BaseMovedException if main no longer shows what a branch started from
   * @throws StalePrepareException if the final metadata is missing or for another state
   * @throws UnknownOutcomeException if it may have happened: {@link #settle} tells
   */
  public Promoted promote(Map<String, String> digests, String cause, Participant participant) {
    SortedMap<String, String> expected = new TreeMap<>(digests);
    return state
        .database()
        .write(
            handle -> {
              MainPointers main = new MainPointers(handle);
              long lsn = main.lock() + 1;
              long version =
                  handle
                          .createQuery("SELECT version FROM lake WHERE id = 1")
                          .mapTo(Long.class)
                          .one()
                      + 1;
              Promoted promoted = new Promoted(lsn, version);
              Outcomes outcomes = new Outcomes(handle);
              Branches branches = new Branches(handle);
              List<Branch> locked = expected.keySet().stream().map(branches::lock).toList();
              for (Branch branch : locked) {
                outcomes.promoted(branch.name(), promoted);
                checkJudged(branch, expected.get(branch.name()), new Forks(handle, branch).live());
                new Swap(handle, branch).into(lsn);
                branches.end(branch, Status.PROMOTED, state.nowMillis());
              }
              main.take(lsn, version, cause, state.nowMillis());
              participant.within(handle.getConnection(), promoted);
              return promoted;
            });
  }

  /**
   * The digest is computed again from the rows that will be swapped, not read from where it was
   * stored.
   */
  private static void checkJudged(Branch branch, String expected, List<Fork> forks) {
    if (branch.isSandbox()) {
      throw new ForbiddenException("%s is a sandbox, which is never promoted", branch.name());
    }
    if (!branch.status().isLive()) {
      throw new BranchEndedException(branch);
    }
    String found =
        branch.status() == Status.FROZEN
            ? BranchDigest.of(branch, branch.evidence().orElse(""), forks)
            : "not frozen";
    if (!found.equals(expected)) {
      throw new DigestChangedException(branch.name(), expected, found);
    }
  }

  /**
   * What became of a promotion of a branch. When this returns empty, no transaction that was lost
   * can commit any more: the insert of the same unique key waited for it.
   */
  public Optional<Promoted> settle(String name) {
    try {
      return state
          .database()
          .write(
              handle -> {
                Outcomes outcomes = new Outcomes(handle);
                Optional<Promoted> known = outcomes.find(name);
                if (known.isEmpty()) {
                  outcomes.aborted(name);
                }
                return known;
              });
    } catch (RuntimeException e) {
      if (LakeDatabase.isUniqueViolation(e)) {
        return state.read(handle -> new Outcomes(handle).find(name));
      }
      throw e;
    }
  }

  /** The instant of a lake version; version 0 is the empty lake. */
  public Optional<Long> instantOf(long version) {
    return state.read(
        handle ->
            handle
                .createQuery("SELECT lsn FROM lake_instant WHERE version = :version")
                .bind("version", version)
                .mapTo(Long.class)
                .findOne());
  }

  /** Lake versions, newest first, at most {@code limit}. */
  public List<LakeVersion> versions(int limit) {
    return state.read(
        handle ->
            handle
                .createQuery(
                    "SELECT version, lsn, at_millis, cause FROM lake_instant"
                        + " WHERE version > 0 ORDER BY version DESC FETCH FIRST :limit ROWS ONLY")
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new LakeVersion(
                            row.getLong("version"),
                            row.getLong("lsn"),
                            row.getLong("at_millis"),
                            row.getString("cause")))
                .list());
  }
}
