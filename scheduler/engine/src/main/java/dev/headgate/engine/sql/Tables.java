package dev.headgate.engine.sql;

import dev.headgate.model.Digests;
import dev.headgate.model.lake.DatasetState;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.spi.QueryEngine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of the tables that SQL may read: what {@code main} has, and what is promised. */
final class Tables {
  static final String MAIN = "main";

  private final Lake lake;
  private final Map<DatasetName, List<QueryEngine.Column>> promised;
  private final Map<DatasetName, DatasetState> onMain = new HashMap<>();

  private Tables(Lake lake, Map<DatasetName, List<QueryEngine.Column>> promised) {
    this.lake = lake;
    this.promised = promised;
  }

  static Tables of(Lake lake, Definitions definitions) {
    Map<DatasetName, List<QueryEngine.Column>> promised = new TreeMap<>();
    Set<DatasetName> named = new TreeSet<>();
    for (Product product : definitions.products().values()) {
      for (Dataset dataset : product.datasets()) {
        named.add(dataset.name());
        named.addAll(dataset.inputs());
        dataset
            .contract()
            .flatMap(SqlTypes::of)
            .ifPresent(columns -> promised.put(dataset.name(), columns));
      }
    }
    Tables tables = new Tables(lake, promised);
    tables.look(named);
    return tables;
  }

  /** Finds out which of these {@code main} has. */
  void look(Collection<DatasetName> names) {
    onMain.putAll(lake.states(lake.head(), names));
  }

  boolean isKnown(DatasetName dataset) {
    return onMain.containsKey(dataset) || promised.containsKey(dataset);
  }

  /** What only promises tell. */
  Map<DatasetName, List<QueryEngine.Column>> toCome() {
    Map<DatasetName, List<QueryEngine.Column>> columns = new TreeMap<>(promised);
    columns.keySet().removeAll(onMain.keySet());
    return columns;
  }

  /**
   * Those that are read as they will be: by what is promised, else as {@code main} has them, but at
   * any state.
   */
  Map<DatasetName, List<QueryEngine.Column>> asPromised(Collection<DatasetName> read) {
    Map<DatasetName, List<QueryEngine.Column>> columns = new TreeMap<>(promised);
    for (DatasetName name : read) {
      if (!columns.containsKey(name) && onMain.containsKey(name)) {
        lake.describe(MAIN, name)
            .map(TableDescription::fields)
            .flatMap(SqlTypes::of)
            .ifPresent(c -> columns.put(name, c));
      }
    }
    return columns;
  }

  /** Digest of what is known of these; what is written into a table does not change it. */
  String digest(Collection<DatasetName> names) {
    List<String> parts = new ArrayList<>();
    for (DatasetName name : new TreeSet<>(names)) {
      DatasetState state = onMain.get(name);
      parts.add(name.toString());
      parts.add(state == null ? "" : state.objectId());
      parts.add(String.valueOf(promised.get(name)));
    }
    return Digests.ofAll(parts);
  }
}
