package dev.headgate.catalog.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What the collector asks of, and writes to, the lake's map: what is still referred to, what can be
 * forgotten.
 */
public final class Forgetting {
  private static final String NOT_SHOWN =
      " p.to_lsn <= :cutoff AND NOT EXISTS (SELECT 1 FROM lake_instant i WHERE i.version > 0"
          + " AND i.lsn >= p.from_lsn AND i.lsn < p.to_lsn)"
          + " AND NOT EXISTS (SELECT 1 FROM lake_branch b WHERE b.status IN ('OPEN', 'FROZEN')"
          + " AND b.base_lsn >= p.from_lsn AND b.base_lsn < p.to_lsn)";

  private final LakeState state;

  public Forgetting(LakeState state) {
    this.state = state;
  }

  /**
   * Takes out of the history what no kept instant shows. Under the lake's lock, so that no branch
   * is made meanwhile at an instant that is being forgotten.
   */
  public void forgetInstants() {
    state
        .database()
        .write(
            handle -> {
              new MainPointers(handle).lock();
              long cutoff = new KeptInstants(handle, state.keptSinceMillis()).cutoff();
              rememberFolders(handle, cutoff);
              handle
                  .createUpdate("DELETE FROM lake_pointer p WHERE" + NOT_SHOWN)
                  .bind("cutoff", cutoff)
                  .execute();
              return null;
            });
  }

  private static void rememberFolders(Handle handle, long cutoff) {
    handle
        .createUpdate(
            "INSERT INTO lake_forgotten (object_id, location)"
                + " SELECT p.object_id, MAX(p.location) FROM lake_pointer p WHERE p.location IS NOT NULL AND"
                + NOT_SHOWN
                + " AND NOT EXISTS (SELECT 1 FROM lake_forgotten g WHERE g.object_id = p.object_id)"
                + " GROUP BY p.object_id")
        .bind("cutoff", cutoff)
        .execute();
    handle.execute(
        "DELETE FROM lake_forgotten g WHERE EXISTS (SELECT 1 FROM lake_pointer p"
            + " WHERE p.object_id = g.object_id AND p.to_lsn = "
            + Positions.OPEN
            + ")");
  }

  /** Branches that ended before a time and may still have files. */
  public List<Branch> endedBefore(long millis) {
    return state.read(handle -> new Branches(handle).endedBefore(millis));
  }

  /** Folders of tables and views that no name stands for any more. */
  public List<Folder> forgottenFolders() {
    return state.read(
        handle ->
            handle
                .createQuery(
                    "SELECT object_id, location FROM lake_forgotten g WHERE NOT EXISTS"
                        + " (SELECT 1 FROM lake_pointer p WHERE p.object_id = g.object_id)"
                        + " AND NOT EXISTS (SELECT 1 FROM lake_pointer p WHERE p.location = g.location)")
                .map(
                    (row, context) ->
                        new Folder(row.getString("object_id"), row.getString("location")))
                .list());
  }

  /** All metadata files that the history or a live branch refers to. */
  public Map<String, Kind> allMetadata() {
    return state.read(
        handle -> {
          Map<String, Kind> metadata = new HashMap<>();
          handle
              .createQuery(
                  "SELECT state, kind FROM lake_pointer WHERE kind <> 'NAMESPACE'"
                      + " UNION SELECT f.state, f.kind FROM lake_fork f JOIN lake_branch b ON b.id = f.branch_id"
                      + " WHERE b.status IN ('OPEN', 'FROZEN') AND f.state IS NOT NULL AND f.kind <> 'NAMESPACE'")
              .map(
                  (row, context) ->
                      Map.entry(row.getString("state"), Kind.valueOf(row.getString("kind"))))
              .forEach(e -> metadata.put(e.getKey(), e.getValue()));
          return metadata;
        });
  }

  /**
   * Makes exactly these files condemned, those that were already from when they were; returns those
   * that were condemned before {@code ripeMillis}.
   */
  public Set<String> condemn(Collection<String> garbage, long ripeMillis) {
    return state
        .database()
        .write(
            handle -> {
              Map<String, Long> known = known(handle);
              Set<String> pardoned = new HashSet<>(known.keySet());
              pardoned.removeAll(garbage);
              pardoned.forEach(location -> pardon(handle, location));
              Set<String> ripe = new HashSet<>();
              for (String location : garbage) {
                Long since = known.get(location);
                if (since == null) {
                  insert(handle, location);
                } else if (since < ripeMillis) {
                  ripe.add(location);
                }
              }
              return ripe;
            });
  }

  private static Map<String, Long> known(Handle handle) {
    Map<String, Long> known = new HashMap<>();
    handle
        .createQuery("SELECT location, condemned_millis FROM lake_condemned")
        .map(
            (row, context) -> Map.entry(row.getString("location"), row.getLong("condemned_millis")))
        .forEach(e -> known.put(e.getKey(), e.getValue()));
    return known;
  }

  private void insert(Handle handle, String location) {
    handle
        .createUpdate(
            "INSERT INTO lake_condemned (location, condemned_millis) VALUES (:location, :now)")
        .bind("location", location)
        .bind("now", state.nowMillis())
        .execute();
  }

  /** Takes a file off the list. */
  public void pardon(String location) {
    state
        .database()
        .write(
            handle -> {
              pardon(handle, location);
              return null;
            });
  }

  private static void pardon(Handle handle, String location) {
    handle
        .createUpdate("DELETE FROM lake_condemned WHERE location = :location")
        .bind("location", location)
        .execute();
  }

  /** The branch has no files any more. */
  public void collected(Branch branch) {
    state
        .database()
        .write(
            handle -> {
              new Branches(handle).collected(branch, state.nowMillis());
              return null;
            });
  }

  /** The folder has no files any more. */
  public void forgotten(Folder folder) {
    state
        .database()
        .write(
            handle ->
                handle
                    .createUpdate("DELETE FROM lake_forgotten WHERE object_id = :id")
                    .bind("id", folder.objectId())
                    .execute());
  }

  /** The folder of a table or view that is not in the lake any more. */
  public record Folder(String objectId, String location) {}
}
