package dev.headgate.catalog.state;

import java.util.List;
import java.util.Optional;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.jdbi.v3.core.Handle;

/** The gated names: their main moves only by promotion. */
final class Gates {
  private final Handle handle;

  Gates(Handle handle) {
    this.handle = handle;
  }

  Optional<String> advice(Name name) {
    return handle
        .createQuery("SELECT advice FROM lake_gate WHERE namespace = :namespace AND name = :name")
        .bind("namespace", name.namespace())
        .bind("name", name.name())
        .mapTo(String.class)
        .findOne();
  }

  /** Refuses a direct change of main where a name is gated. */
  void check(List<Change> changes) {
    changes.forEach(change -> check(change.name()));
  }

  void check(Name name) {
    advice(name)
        .ifPresent(
            advice -> {
              throw new ForbiddenException(
                  "%s is gated: its main moves only by promotion. %s", name, advice);
            });
  }

  void set(Name name, String advice) {
    remove(name);
    handle
        .createUpdate(
            "INSERT INTO lake_gate (namespace, name, advice) VALUES (:namespace, :name, :advice)")
        .bind("namespace", name.namespace())
        .bind("name", name.name())
        .bind("advice", advice)
        .execute();
  }

  void remove(Name name) {
    handle
        .createUpdate("DELETE FROM lake_gate WHERE namespace = :namespace AND name = :name")
        .bind("namespace", name.namespace())
        .bind("name", name.name())
        .execute();
  }

  List<Name> all() {
    return handle
        .createQuery("SELECT namespace, name FROM lake_gate ORDER BY namespace, name")
        .map((row, context) -> new Name(row.getString("namespace"), row.getString("name")))
        .list();
  }
}
