package dev.headgate.store;

import dev.headgate.model.release.Run;
import dev.headgate.model.store.RunStore;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

final class JdbcRuns implements RunStore {
  private final Handle handle;

  JdbcRuns(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void put(Run run) {
    Writes.put(
        handle,
        () ->
            write(
                run,
                "UPDATE hg_run SET release_id = :release, state = :state, body = :body"
                    + " WHERE id = :id"),
        () ->
            write(
                run,
                "INSERT INTO hg_run (id, release_id, state, body)"
                    + " VALUES (:id, :release, :state, :body)"));
  }

  private int write(Run run, String sql) {
    return handle
        .createUpdate(sql)
        .bind("id", run.id())
        .bind("release", run.release())
        .bind("state", run.state().name())
        .bind("body", ModelJson.write(run))
        .execute();
  }

  @Override
  public Optional<Run> find(String id) {
    return handle
        .createQuery("SELECT body FROM hg_run WHERE id = :id")
        .bind("id", id)
        .map(ModelJson.column("body", Run.class))
        .findOne();
  }

  @Override
  public List<Run> ofRelease(long release) {
    return handle
        .createQuery("SELECT body FROM hg_run WHERE release_id = :release ORDER BY number")
        .bind("release", release)
        .map(ModelJson.column("body", Run.class))
        .list();
  }
}
