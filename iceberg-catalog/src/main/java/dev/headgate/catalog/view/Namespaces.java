package dev.headgate.catalog.view;

import dev.headgate.catalog.state.Change;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.Kind;
import dev.headgate.catalog.state.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;

/** The namespaces of one view; a namespace's state is its properties. */
final class Namespaces {
  private final LakeView view;

  Namespaces(LakeView view) {
    this.view = view;
  }

  void create(Namespace namespace, Map<String, String> properties) {
    if (namespace.isEmpty()) {
      throw new AlreadyExistsException("Namespace already exists: the root");
    }
    if (find(namespace).isPresent()) {
      throw new AlreadyExistsException("Namespace already exists: %s", namespace);
    }
    Entry entry =
        new Entry(
            Kind.NAMESPACE,
            UUID.randomUUID().toString(),
            PropertiesJson.write(properties),
            null,
            null);
    Name name = Name.of(namespace);
    view.commit(List.of(Change.create(name, entry)), "create namespace " + name, handle -> {});
  }

  List<Namespace> list(Namespace parent) {
    if (!parent.isEmpty()) {
      require(parent);
    }
    return view.map().namespaces(parent);
  }

  Map<String, String> properties(Namespace namespace) {
    return new HashMap<>(PropertiesJson.read(require(namespace).state()));
  }

  boolean drop(Namespace namespace) {
    Optional<Entry> entry = find(namespace);
    Name name = namespace.isEmpty() ? null : Name.of(namespace);
    entry.ifPresent(
        e -> view.commit(List.of(Change.drop(name, e)), "drop namespace " + name, handle -> {}));
    return entry.isPresent();
  }

  boolean update(Namespace namespace, Map<String, String> set, Set<String> removed) {
    Entry before = require(namespace);
    Map<String, String> properties = new TreeMap<>(PropertiesJson.read(before.state()));
    properties.putAll(set);
    properties.keySet().removeAll(removed);
    Entry after =
        new Entry(Kind.NAMESPACE, before.objectId(), PropertiesJson.write(properties), null, null);
    if (after.sameStateAs(before)) {
      return false;
    }
    Name name = Name.of(namespace);
    view.commit(
        List.of(Change.replace(name, before, after)), "alter namespace " + name, handle -> {});
    return true;
  }

  Entry require(Namespace namespace) {
    return find(namespace)
        .orElseThrow(() -> new NoSuchNamespaceException("Namespace does not exist: %s", namespace));
  }

  private Optional<Entry> find(Namespace namespace) {
    return namespace.isEmpty() ? Optional.empty() : view.map().find(Name.of(namespace));
  }
}
