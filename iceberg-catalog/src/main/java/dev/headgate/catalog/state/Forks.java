package dev.headgate.catalog.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The changes that one branch makes to the map. Its row must be locked by whoever writes. */
final class Forks {
  private static final String ALL_COLUMNS =
      "branch_id, namespace, name, from_position, to_position, kind, object_id, state, snapshot_id, location,"
          + " base_object_id, base_state";

  private final Handle handle;
  private final Branch branch;

  Forks(Handle handle, Branch branch) {
    this.handle = handle;
    this.branch = branch;
  }

  /** Compares and swaps each name on the branch; returns the branch's new position. */
  long swap(List<Change> changes) {
    long position = new Branches(handle).advance(branch);
    MapView map = new BranchMap(handle, branch);
    MapView base = new InstantMap(handle, branch.baseLsn());
    for (Change change : changes) {
      MapRules.checkUnchanged(map, change);
      MapRules.checkPlace(map, change);
      put(change, base.find(change.name()), position);
    }
    return position;
  }

  private void put(Change change, Optional<Entry> base, long position) {
    close(change.name(), position);
    if (change.after().isEmpty() && base.isEmpty()) {
      return; // made and dropped on this branch: it changes nothing
    }
    Entry subject = change.after().or(() -> base).orElseThrow();
    handle
        .createUpdate(
            "INSERT INTO lake_fork ("
                + ALL_COLUMNS
                + ") VALUES (:branch, :namespace, :name, :position, :open, :kind, :objectId, :state, :snapshotId,"
                + " :location, :baseObjectId, :baseState)")
        .bind("branch", branch.id())
        .bind("namespace", change.name().namespace())
        .bind("name", change.name().name())
        .bind("position", position)
        .bind("open", Positions.OPEN)
        .bind("kind", subject.kind().name())
        .bind("objectId", subject.objectId())
        .bind("state", change.after().map(Entry::state).orElse(null))
        .bind("snapshotId", change.after().map(Entry::snapshotId).orElse(null))
        .bind("location", change.after().map(Entry::location).orElse(null))
        .bind("baseObjectId", base.map(Entry::objectId).orElse(null))
        .bind("baseState", base.map(Entry::state).orElse(null))
        .execute();
  }

  /** Sets names back to what they were at an earlier position of the branch. */
  void reset(Collection<Name> names, long savepoint) {
    long position = new Branches(handle).advance(branch);
    for (Name name : names) {
      boolean changedSince =
          handle
                  .createQuery(
                      "SELECT COUNT(*) FROM lake_fork WHERE branch_id = :branch AND namespace = :namespace"
                          + " AND name = :name AND (from_position > :savepoint OR to_position BETWEEN :savepoint + 1 AND :position)")
                  .bind("branch", branch.id())
                  .bind("namespace", name.namespace())
                  .bind("name", name.name())
                  .bind("savepoint", savepoint)
                  .bind("position", position)
                  .mapTo(Long.class)
                  .one()
              > 0;
      if (changedSince) {
        close(name, position);
        restore(name, savepoint, position);
      }
    }
  }

  private void restore(Name name, long savepoint, long position) {
    handle
        .createUpdate(
            "INSERT INTO lake_fork ("
                + ALL_COLUMNS
                + ") SELECT branch_id, namespace, name, :position, :open, kind, object_id, state, snapshot_id,"
                + " location, base_object_id, base_state FROM lake_fork WHERE branch_id = :branch"
                + " AND namespace = :namespace AND name = :name"
                + " AND from_position <= :savepoint AND to_position > :savepoint")
        .bind("branch", branch.id())
        .bind("namespace", name.namespace())
        .bind("name", name.name())
        .bind("savepoint", savepoint)
        .bind("position", position)
        .bind("open", Positions.OPEN)
        .execute();
  }

  private void close(Name name, long position) {
    handle
        .createUpdate(
            "UPDATE lake_fork SET to_position = :position WHERE branch_id = :branch"
                + " AND namespace = :namespace AND name = :name AND to_position = :open")
        .bind("branch", branch.id())
        .bind("namespace", name.namespace())
        .bind("name", name.name())
        .bind("position", position)
        .bind("open", Positions.OPEN)
        .execute();
  }

  /** What the branch changes, by name. */
  List<Fork> live() {
    return handle
        .createQuery(
            "SELECT "
                + ALL_COLUMNS
                + " FROM lake_fork WHERE branch_id = :branch AND to_position = :open ORDER BY namespace, name")
        .bind("branch", branch.id())
        .bind("open", Positions.OPEN)
        .map(Forks::fork)
        .list();
  }

  private static Fork fork(ResultSet row, StatementContext context) throws SQLException {
    Optional<Fork.Base> base =
        Optional.ofNullable(row.getString("base_state"))
            .map(state -> new Fork.Base(baseObjectId(row), state));
    boolean dropped = row.getString("state") == null;
    return new Fork(
        new Name(row.getString("namespace"), row.getString("name")),
        Kind.valueOf(row.getString("kind")),
        row.getString("object_id"),
        dropped ? Optional.empty() : Optional.of(EntryMapper.entry(row, context)),
        base);
  }

  private static String baseObjectId(ResultSet row) {
    try {
      return row.getString("base_object_id");
    } catch (SQLException e) {
      throw new IllegalStateException("a fork's base has no object id", e);
    }
  }
}
