package dev.headgate.catalog.state;

import dev.headgate.catalog.state.Branch.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of branches and their scopes. */
final class Branches {
  private static final String SELECT =
      "SELECT id, name, base_lsn, position, status, scope_all, guard, evidence, digest FROM lake_branch ";

  private final Handle handle;

  Branches(Handle handle) {
    this.handle = handle;
  }

  Optional<Branch> find(String name) {
    return handle
        .createQuery(SELECT + "WHERE name = :name")
        .bind("name", name)
        .map(Branches::branch)
        .findOne();
  }

  /** The branch, for reading: it must not have ended. */
  Branch live(String name) {
    Branch branch = find(name).orElseThrow(() -> new NoSuchBranchException(name));
    if (!branch.status().isLive()) {
      throw new BranchEndedException(branch);
    }
    return branch;
  }

  /** Locks the branch's row; whoever changes a branch begins here. */
  Branch lock(String name) {
    return handle
        .createQuery(SELECT + "WHERE name = :name FOR UPDATE")
        .bind("name", name)
        .map(Branches::branch)
        .findOne()
        .orElseThrow(() -> new NoSuchBranchException(name));
  }

  /** Locks the branch's row; it must be writable. */
  Branch lockOpen(String name) {
    Branch branch = lock(name);
    if (!branch.status().isLive()) {
      throw new BranchEndedException(branch);
    }
    if (branch.status() == Status.FROZEN) {
      throw new BranchFrozenException(name);
    }
    return branch;
  }

  void insert(BranchSpec spec, long baseLsn, long nowMillis) {
    long id =
        handle
            .createUpdate(
                "INSERT INTO lake_branch (name, base_lsn, position, status, scope_all, guard, created_millis)"
                    + " VALUES (:name, :base, 0, 'OPEN', :all, :guard, :now)")
            .bind("name", spec.name())
            .bind("base", baseLsn)
            .bind("all", spec.scope().isEmpty())
            .bind("guard", spec.guard().orElse(null))
            .bind("now", nowMillis)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    for (Name name : spec.scope().orElse(Set.of())) {
      handle
          .createUpdate(
              "INSERT INTO lake_branch_scope (branch_id, namespace, name) VALUES (:id, :namespace, :name)")
          .bind("id", id)
          .bind("namespace", name.namespace())
          .bind("name", name.name())
          .execute();
    }
  }

  /** The names that may be written; only for a branch without {@code scopeAll}. */
  List<Name> scope(Branch branch) {
    return handle
        .createQuery("SELECT namespace, name FROM lake_branch_scope WHERE branch_id = :id")
        .bind("id", branch.id())
        .map((row, context) -> new Name(row.getString("namespace"), row.getString("name")))
        .list();
  }

  /** Counts one more change of its map; returns the new position. */
  long advance(Branch branch) {
    handle
        .createUpdate("UPDATE lake_branch SET position = position + 1 WHERE id = :id")
        .bind("id", branch.id())
        .execute();
    return branch.position() + 1;
  }

  void freeze(Branch branch, String evidence, String digest) {
    handle
        .createUpdate(
            "UPDATE lake_branch SET status = 'FROZEN', evidence = :evidence, digest = :digest WHERE id = :id")
        .bind("id", branch.id())
        .bind("evidence", evidence)
        .bind("digest", digest)
        .execute();
  }

  void end(Branch branch, Status status, long nowMillis) {
    handle
        .createUpdate("UPDATE lake_branch SET status = :status, ended_millis = :now WHERE id = :id")
        .bind("id", branch.id())
        .bind("status", status.name())
        .bind("now", nowMillis)
        .execute();
    new Grants(handle).endAll(branch);
  }

  /** Branches that ended before {@code beforeMillis} and are not collected yet. */
  List<Branch> endedBefore(long beforeMillis) {
    return handle
        .createQuery(
            SELECT + "WHERE ended_millis < :before AND collected_millis IS NULL ORDER BY id")
        .bind("before", beforeMillis)
        .map(Branches::branch)
        .list();
  }

  /** Forgets the branch's own map; its row stays, so that its name keeps its meaning. */
  void collected(Branch branch, long nowMillis) {
    handle
        .createUpdate("DELETE FROM lake_fork WHERE branch_id = :id")
        .bind("id", branch.id())
        .execute();
    handle
        .createUpdate("UPDATE lake_branch SET collected_millis = :now WHERE id = :id")
        .bind("id", branch.id())
        .bind("now", nowMillis)
        .execute();
  }

  private static Branch branch(ResultSet row, StatementContext context) throws SQLException {
    return new Branch(
        row.getLong("id"),
        row.getString("name"),
        row.getLong("base_lsn"),
        row.getLong("position"),
        Status.valueOf(row.getString("status")),
        row.getBoolean("scope_all"),
        Optional.ofNullable(row.getString("guard")),
        Optional.ofNullable(row.getString("evidence")),
        Optional.ofNullable(row.getString("digest")));
  }
}
