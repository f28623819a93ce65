package dev.headgate.catalog.state;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.catalog.Namespace;
import org.jdbi.v3.core.Handle;

/** A map that takes a connection for each question. */
final class ReadingMap implements MapView {
  private final LakeDatabase database;
  private final Function<Handle, MapView> maps;

  ReadingMap(LakeDatabase database, Function<Handle, MapView> maps) {
    this.database = database;
    this.maps = maps;
  }

  @Override
  public Optional<Entry> find(Name name) {
    return database.read(handle -> maps.apply(handle).find(name));
  }

  @Override
  public List<Named> list(Namespace namespace, Kind kind) {
    return database.read(handle -> maps.apply(handle).list(namespace, kind));
  }

  @Override
  public List<Named> all() {
    return database.read(handle -> maps.apply(handle).all());
  }

  @Override
  public List<Namespace> namespaces(Namespace parent) {
    return database.read(handle -> maps.apply(handle).namespaces(parent));
  }
}
