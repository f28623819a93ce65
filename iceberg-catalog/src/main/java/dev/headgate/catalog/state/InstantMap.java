package dev.headgate.catalog.state;

import java.util.List;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;
import org.jdbi.v3.core.Handle;

/**
 * The map of {@code main} at an instant, or now ({@link Positions#NEWEST}), read with one
 * connection.
 */
final class InstantMap implements MapView {
  private static final String AT = " from_lsn <= :lsn AND to_lsn > :lsn";
  private final Handle handle;
  private final long lsn;

  InstantMap(Handle handle, long lsn) {
    this.handle = handle;
    this.lsn = lsn;
  }

  @Override
  public Optional<Entry> find(Name name) {
    return handle
        .createQuery(
            "SELECT "
                + EntryMapper.COLUMNS
                + " FROM lake_pointer WHERE namespace = :namespace AND name = :name AND"
                + AT)
        .bind("namespace", name.namespace())
        .bind("name", name.name())
        .bind("lsn", lsn)
        .map(EntryMapper::entry)
        .findOne();
  }

  @Override
  public List<Named> list(Namespace namespace, Kind kind) {
    return handle
        .createQuery(
            "SELECT "
                + EntryMapper.COLUMNS
                + " FROM lake_pointer WHERE namespace = :namespace AND kind = :kind AND"
                + AT
                + " ORDER BY name")
        .bind("namespace", Name.joined(namespace))
        .bind("kind", kind.name())
        .bind("lsn", lsn)
        .map(EntryMapper::named)
        .list();
  }

  @Override
  public List<Named> all() {
    return handle
        .createQuery(
            "SELECT "
                + EntryMapper.COLUMNS
                + " FROM lake_pointer WHERE"
                + AT
                + " ORDER BY namespace, name")
        .bind("lsn", lsn)
        .map(EntryMapper::named)
        .list();
  }

  @Override
  public List<Namespace> namespaces(Namespace parent) {
    String prefix = Name.childPrefix(parent);
    return Children.of(
        parent,
        handle
            .createQuery(
                "SELECT namespace FROM lake_pointer WHERE kind = 'NAMESPACE'"
                    + " AND LEFT(namespace, :length) = :prefix AND"
                    + AT
                    + " ORDER BY namespace")
            .bind("length", prefix.length())
            .bind("prefix", prefix)
            .bind("lsn", lsn)
            .mapTo(String.class)
            .list());
  }
}
