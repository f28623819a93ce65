package dev.headgate.catalog.state;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.jdbi.v3.core.Handle;

/**
 * Everything that can be asked of, and done to, the lake's map, each as one short transaction
 * without any other I/O.
 */
public final class LakeState {
  private final LakeDatabase database;
  private final Clock clock;
  private final Duration retention;
  private final List<Runnable> mainListeners = new CopyOnWriteArrayList<>();

  public LakeState(LakeDatabase database, Clock clock, Duration retention) {
    this.database = database;
    this.clock = clock;
    this.retention = retention;
  }

  public LakeDatabase database() {
    return database;
  }

  public long nowMillis() {
    return clock.millis();
  }

  /** Has {@code listener} run, on the committing thread, after each direct commit to main. */
  public void onMainCommit(Runnable listener) {
    mainListeners.add(listener);
  }

  /** The newest instant. */
  public long head() {
    return database.read(
        h -> h.createQuery("SELECT lsn FROM lake WHERE id = 1").mapTo(Long.class).one());
  }

  /** Main as it is at each call. */
  public MapView main() {
    return at(Positions.NEWEST);
  }

  /** Main as it was at an instant. */
  public MapView at(long lsn) {
    return new ReadingMap(database, handle -> new InstantMap(handle, lsn));
  }

  /** A branch; each call checks that it has not ended. */
  public MapView branch(String name) {
    return new ReadingMap(
        database, handle -> new BranchMap(handle, new Branches(handle).live(name)));
  }

  /** Commits directly to main, as one instant, which it returns. Gated names are refused. */
  public long commitToMain(List<Change> changes, String cause, Consumer<Handle> check) {
    long lsn =
        database.write(
            handle -> {
              MainPointers main = new MainPointers(handle);
              long newest = main.lock();
              new Gates(handle).check(changes);
              check.accept(handle);
              return main.swap(newest, changes, cause, clock.millis());
            });
    mainListeners.forEach(Runnable::run);
    return lsn;
  }

  /**
   * Commits to a branch; its token, if the writer needs one, must be alive inside the transaction.
   */
  public void commitToBranch(
      String name, Writer writer, List<Change> changes, Consumer<Handle> check) {
    database.write(
        handle -> {
          Branch branch = new Branches(handle).lockOpen(name);
          new BranchScope(handle, branch, clock.millis()).check(writer, changes);
          check.accept(handle);
          return new Forks(handle, branch).swap(changes);
        });
  }

  /** Makes a branch at the newest instant, or returns the one that has this name already. */
  public Branch createBranch(BranchSpec spec) {
    return database.write(
        handle -> {
          long newest = new MainPointers(handle).lock();
          Branches branches = new Branches(handle);
          if (branches.find(spec.name()).isEmpty()) {
            branches.insert(spec, newest, clock.millis());
          }
          return branches.find(spec.name()).orElseThrow();
        });
  }

  public Optional<Branch> findBranch(String name) {
    return database.read(handle -> new Branches(handle).find(name));
  }

  /** The branch's changes, also after it was frozen. */
  public List<Fork> forks(String name) {
    return database.read(handle -> new Forks(handle, new Branches(handle).live(name)).live());
  }

  /** Sets names on the branch back to what they were at a position of it. */
  public void reset(String name, long savepoint, Collection<Name> names) {
    database.write(
        handle -> {
          new Forks(handle, new Branches(handle).lockOpen(name)).reset(names, savepoint);
          return null;
        });
  }

  public void grant(
      String name,
      String tokenSha256,
      Optional<Set<Name>> writable,
      String holder,
      long expiresMillis) {
    database.write(
        handle -> {
          Branch branch = new Branches(handle).lock(name);
          if (!branch.status().isLive()) {
            throw new BranchEndedException(branch);
          }
          new Grants(handle).insert(branch, tokenSha256, writable, holder, expiresMillis);
          return null;
        });
  }

  /**
   * Ends the holder's tokens. Under the branch's lock: a commit with one has either happened
   * before, or never will.
   */
  public void revoke(String name, String holder) {
    database.write(
        handle -> {
          new Grants(handle).end(new Branches(handle).lock(name), holder);
          return null;
        });
  }

  public Optional<Grant> findGrant(String tokenSha256) {
    return database.read(handle -> new Grants(handle).find(tokenSha256, clock.millis()));
  }

  /**
   * Whether main ever showed this state, asked under the lake's lock: a commit whose outcome was
   * unknown is over by now.
   */
  public boolean happenedOnMain(Name name, String metadata) {
    return database.write(
        handle -> {
          new MainPointers(handle).lock();
          return Happened.in(handle, "lake_pointer", name, metadata);
        });
  }

  /** The same for a branch, under the branch's lock. */
  public boolean happenedOnBranch(String branch, Name name, String metadata) {
    return database.write(
        handle -> {
          new Branches(handle).lock(branch);
          return Happened.in(handle, "lake_fork", name, metadata);
        });
  }

  /**
   * Refuses to take snapshots out of a table's metadata while an instant that is kept shows them.
   */
  public void checkRemovable(Handle handle, String objectId, Set<Long> removed, String warehouse) {
    KeptInstants kept = new KeptInstants(handle, keptSinceMillis());
    kept.checkRemovable(objectId, removed, warehouse, !retention.isZero());
  }

  /** Whether a lake version, or what a live branch starts at, shows this object. */
  public boolean isInUse(String objectId) {
    return database.read(handle -> new KeptInstants(handle, keptSinceMillis()).isInUse(objectId));
  }

  /** Since when everything that main was is kept. */
  long keptSinceMillis() {
    return nowMillis() - retention.toMillis();
  }

  /** Refuses an instant that is past its retention. */
  public void checkKept(String warehouse, long lsn) {
    boolean kept = database.read(handle -> new KeptInstants(handle, keptSinceMillis()).isKept(lsn));
    if (!kept) {
      throw new InstantExpiredException(warehouse, retention);
    }
  }

  /** Ends a branch that was not promoted. */
  public void discard(String name) {
    database.write(
        handle -> {
          Branches branches = new Branches(handle);
          Branch branch = branches.lock(name);
          if (branch.status().isLive()) {
            branches.end(branch, Branch.Status.DISCARDED, clock.millis());
          }
          return null;
        });
  }

  /** Gates names, each with advice for whom it refuses, in one transaction with {@code then}. */
  public void gate(Map<Name, String> advice, Consumer<Handle> then) {
    changeGates(gates -> advice.forEach(gates::set), then);
  }

  /** Opens names for direct commits, in one transaction with {@code then}. */
  public void ungate(Collection<Name> names, Consumer<Handle> then) {
    changeGates(gates -> names.forEach(gates::remove), then);
  }

  private void changeGates(Consumer<Gates> change, Consumer<Handle> then) {
    database.write(
        handle -> {
          new MainPointers(handle).lock();
          change.accept(new Gates(handle));
          then.accept(handle);
          return null;
        });
  }

  public List<Name> gated() {
    return database.read(handle -> new Gates(handle).all());
  }

  /** Refuses a gated name, with its advice. */
  public void checkUngated(Name name) {
    database.read(
        handle -> {
          new Gates(handle).check(name);
          return null;
        });
  }

  /** Refuses a name that the writer could not make on this branch. */
  public void checkInScope(Branch branch, Writer writer, Name name) {
    Change wanted = Change.create(name, new Entry(Kind.TABLE, "", "", null, null));
    database.read(
        handle -> {
          new BranchScope(handle, branch, clock.millis()).check(writer, List.of(wanted));
          return null;
        });
  }

  /** Whether any instant of main shows this object. */
  public boolean everInMain(String objectId) {
    return database.read(
        handle ->
            handle
                    .createQuery("SELECT COUNT(*) FROM lake_pointer WHERE object_id = :id")
                    .bind("id", objectId)
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  public boolean isGated(Name name) {
    return database.read(handle -> new Gates(handle).advice(name)).isPresent();
  }

  /** Reads with one connection, for what belongs to other packages of the catalog. */
  <T> T read(Function<Handle, T> work) {
    return database.read(work);
  }

  /** A read-only view was written to. */
  public static ForbiddenException readOnly(String view) {
    return new ForbiddenException("%s is read-only: it shows one instant of the lake", view);
  }
}
