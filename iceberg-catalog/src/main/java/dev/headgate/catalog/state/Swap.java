package dev.headgate.catalog.state;

import java.util.List;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Swaps all pointers of a branch into main with statements over the whole set. The lake's and
 * branch's rows are locked.
 */
final class Swap {
  private static final String LIVE = " f.branch_id = :branch AND f.to_position = :open ";
  private static final String SAME_NAME =
      " p.namespace = f.namespace AND p.name = f.name AND p.to_lsn = :open ";

  private final Handle handle;
  private final Branch branch;

  Swap(Handle handle, Branch branch) {
    this.handle = handle;
    this.branch = branch;
  }

  void into(long lsn) {
    checkBase();
    checkPrepared();
    closeOld(lsn);
    insertNew(lsn);
    checkNamespaces();
  }

  /** Table id and metadata, not just the snapshot: a schema change in main is a conflict too. */
  private void checkBase() {
    List<Name> moved =
        names(
            "SELECT f.namespace, f.name FROM lake_fork f LEFT JOIN lake_pointer p ON"
                + SAME_NAME
                + "WHERE"
                + LIVE
                + "AND NOT ((f.base_state IS NULL AND p.state IS NULL)"
                + " OR (f.base_state IS NOT NULL AND p.state IS NOT NULL"
                + " AND f.base_state = p.state AND f.base_object_id = p.object_id))");
    if (!moved.isEmpty()) {
      throw new BaseMovedException(branch.name(), moved);
    }
  }

  private void checkPrepared() {
    List<Name> stale =
        names(
            "SELECT f.namespace, f.name FROM lake_fork f WHERE"
                + LIVE
                + "AND f.state IS NOT NULL AND f.kind <> 'NAMESPACE'"
                + " AND (f.prepared_from IS NULL OR f.prepared_from <> f.state)");
    if (!stale.isEmpty()) {
      throw new StalePrepareException(branch.name(), stale);
    }
  }

  /**
   * From the branch's rows to main's by their key: H2 would answer an UPDATE with EXISTS by reading
   * the whole history.
   */
  private void closeOld(long lsn) {
    bind(handle.createUpdate(
            "MERGE INTO lake_pointer p USING (SELECT f.namespace, f.name FROM lake_fork f WHERE"
                + LIVE
                + ") f ON (p.namespace = f.namespace AND p.name = f.name AND p.to_lsn = :open)"
                + " WHEN MATCHED THEN UPDATE SET to_lsn = :lsn"))
        .bind("lsn", lsn)
        .execute();
  }

  private void insertNew(long lsn) {
    bind(handle.createUpdate(
            "INSERT INTO lake_pointer (namespace, name, from_lsn, to_lsn, kind, object_id, state, snapshot_id,"
                + " location) SELECT f.namespace, f.name, :lsn, :open, f.kind, f.object_id,"
                + " CASE WHEN f.kind = 'NAMESPACE' THEN f.state ELSE f.prepared_state END,"
                + " f.snapshot_id, f.location FROM lake_fork f WHERE"
                + LIVE
                + "AND f.state IS NOT NULL"))
        .bind("lsn", lsn)
        .execute();
  }

  /** Main may have lost a namespace, or filled one that the branch drops. */
  private void checkNamespaces() {
    List<Name> homeless =
        names(
            "SELECT f.namespace, f.name FROM lake_fork f WHERE"
                + LIVE
                + "AND f.state IS NOT NULL AND f.kind <> 'NAMESPACE' AND NOT EXISTS"
                + " (SELECT 1 FROM lake_pointer p WHERE p.namespace = f.namespace AND p.name = '' AND p.to_lsn = :open)");
    if (!homeless.isEmpty()) {
      throw new NoSuchNamespaceException(
          "Namespace does not exist in main any more, for: %s", homeless);
    }
    List<Name> filled =
        names(
            "SELECT f.namespace, f.name FROM lake_fork f WHERE"
                + LIVE
                + "AND f.state IS NULL AND f.kind = 'NAMESPACE' AND EXISTS"
                + " (SELECT 1 FROM lake_pointer p WHERE p.namespace = f.namespace AND p.name <> '' AND p.to_lsn = :open)");
    if (!filled.isEmpty()) {
      throw new NamespaceNotEmptyException("Namespace is not empty in main: %s", filled);
    }
  }

  private List<Name> names(String sql) {
    return bind(handle.createQuery(sql + " ORDER BY f.namespace, f.name"))
        .map((row, context) -> new Name(row.getString("namespace"), row.getString("name")))
        .list();
  }

  private <S extends SqlStatement<S>> S bind(S statement) {
    return statement.bind("branch", branch.id()).bind("open", Positions.OPEN);
  }
}
