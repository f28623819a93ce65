package dev.headgate.server.lake;

import dev.headgate.catalog.state.Name;
import dev.headgate.model.product.DatasetName;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/** Names of datasets as names in the lake, and back. */
final class Names {
  private Names() {}

  static Name of(DatasetName dataset) {
    return Name.of(identifier(dataset));
  }

  static TableIdentifier identifier(DatasetName dataset) {
    return TableIdentifier.of(Namespace.of(dataset.namespace().split("\\.", -1)), dataset.table());
  }

  /** Empty where a table's name is not one that a dataset can have. */
  static Optional<DatasetName> dataset(TableIdentifier table) {
    try {
      return Optional.of(
          new DatasetName(String.join(".", table.namespace().levels()), table.name()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
