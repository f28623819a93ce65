package dev.headgate.catalog.state;

import org.jdbi.v3.core.Handle;

/**
 * Looks for a state in a history; metadata files are never written twice, so finding it proves the
 * commit.
 */
final class Happened {
  private Happened() {}

  static boolean in(Handle handle, String history, Name name, String state) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM <history> WHERE namespace = :namespace AND name = :name AND state = :state")
            .define("history", history)
            .bind("namespace", name.namespace())
            .bind("name", name.name())
            .bind("state", state)
            .mapTo(Long.class)
            .one()
        > 0;
  }
}
