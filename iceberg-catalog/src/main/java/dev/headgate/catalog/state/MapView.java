package dev.headgate.catalog.state;

import java.util.List;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;

/** One view of the map from names to states: main, an instant, or a branch. */
public interface MapView {
  Optional<Entry> find(Name name);

  /** Tables or views of one namespace, by name. */
  List<Named> list(Namespace namespace, Kind kind);

  /** Everything, by name. */
  List<Named> all();

  /** The namespaces directly below {@code parent}, by name. */
  List<Namespace> namespaces(Namespace parent);
}
