package dev.headgate.catalog.state;

import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;

/** What holds in every map, checked under the lock that a writer of the map holds. */
final class MapRules {
  private MapRules() {}

  /** The compare of the compare-and-swap; the exceptions are for what certainly did not happen. */
  static void checkUnchanged(MapView map, Change change) {
    Entry current = map.find(change.name()).orElse(null);
    if (change.before().isEmpty()) {
      if (current != null) {
        throw new AlreadyExistsException(
            "%s already exists: %s", capitalized(current.kind()), change.name());
      }
      return;
    }
    if (!change.before().get().sameStateAs(current)) {
      throw new CommitFailedException(
          "Cannot commit to %s %s: it was changed meanwhile",
          change.subject().kind().word(), change.name());
    }
  }

  /** Tables, views and namespaces live in namespaces; a namespace that is dropped is empty. */
  static void checkPlace(MapView map, Change change) {
    Name name = change.name();
    if (change.before().isEmpty() && !name.isNamespace() && map.find(name.container()).isEmpty()) {
      throw new NoSuchNamespaceException("Namespace does not exist: %s", name.container());
    }
    if (change.after().isEmpty() && name.isNamespace()) {
      boolean empty =
          map.namespaces(name.asNamespace()).isEmpty()
              && map.list(name.asNamespace(), Kind.TABLE).isEmpty()
              && map.list(name.asNamespace(), Kind.VIEW).isEmpty();
      if (!empty) {
        throw new NamespaceNotEmptyException("Namespace is not empty: %s", name);
      }
    }
  }

  static String capitalized(Kind kind) {
    return kind.name().charAt(0) + kind.word().substring(1);
  }
}
