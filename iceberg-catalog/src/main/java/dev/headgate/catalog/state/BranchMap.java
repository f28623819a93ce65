package dev.headgate.catalog.state;

import java.util.List;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The map of a branch: its own changes over its base instant, read with one connection. */
final class BranchMap implements MapView {
  /** The branch's live rows, and the base's rows that the branch has not changed. */
  private static final String ROWS =
      "SELECT f.namespace, f.name, f.kind, f.object_id, f.state, f.snapshot_id, f.location"
          + " FROM lake_fork f"
          + " WHERE f.branch_id = :branch AND f.to_position = :open AND f.state IS NOT NULL"
          + " UNION ALL"
          + " SELECT p.namespace, p.name, p.kind, p.object_id, p.state, p.snapshot_id, p.location"
          + " FROM lake_pointer p"
          + " WHERE p.from_lsn <= :base AND p.to_lsn > :base AND NOT EXISTS ("
          + "   SELECT 1 FROM lake_fork f WHERE f.branch_id = :branch AND f.to_position = :open"
          + "   AND f.namespace = p.namespace AND f.name = p.name)";

  private final Handle handle;
  private final Branch branch;

  BranchMap(Handle handle, Branch branch) {
    this.handle = handle;
    this.branch = branch;
  }

  @Override
  public Optional<Entry> find(Name name) {
    return select("WHERE namespace = :namespace AND name = :name")
        .bind("namespace", name.namespace())
        .bind("name", name.name())
        .map(EntryMapper::entry)
        .findOne();
  }

  @Override
  public List<Named> list(Namespace namespace, Kind kind) {
    return select("WHERE namespace = :namespace AND kind = :kind ORDER BY name")
        .bind("namespace", Name.joined(namespace))
        .bind("kind", kind.name())
        .map(EntryMapper::named)
        .list();
  }

  @Override
  public List<Named> all() {
    return select("ORDER BY namespace, name").map(EntryMapper::named).list();
  }

  @Override
  public List<Namespace> namespaces(Namespace parent) {
    String prefix = Name.childPrefix(parent);
    return Children.of(
        parent,
        select("WHERE kind = 'NAMESPACE' AND LEFT(namespace, :length) = :prefix ORDER BY namespace")
            .bind("length", prefix.length())
            .bind("prefix", prefix)
            .map((row, context) -> row.getString("namespace"))
            .list());
  }

  private Query select(String condition) {
    return handle
        .createQuery("SELECT " + EntryMapper.COLUMNS + " FROM (" + ROWS + ") AS m " + condition)
        .bind("branch", branch.id())
        .bind("base", branch.baseLsn())
        .bind("open", Positions.OPEN);
  }
}
