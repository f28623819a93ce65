package dev.headgate.catalog.state;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where the final metadata of a branch's tables and views is. */
final class PreparedForks {
  private PreparedForks() {}

  static void record(Handle handle, Branch branch, List<Prepared> prepared) {
    if (prepared.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE lake_fork SET prepared_from = :from, prepared_state = :location WHERE branch_id = :branch"
                + " AND namespace = :namespace AND name = :name AND to_position = :open");
    for (Prepared one : prepared) {
      batch
          .bind("from", one.from())
          .bind("location", one.location())
          .bind("branch", branch.id())
          .bind("namespace", one.name().namespace())
          .bind("name", one.name().name())
          .bind("open", Positions.OPEN)
          .add();
    }
    batch.execute();
  }
}
