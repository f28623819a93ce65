package dev.headgate.server.lake;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.Kind;
import dev.headgate.catalog.statistics.ColumnStatistics;
import dev.headgate.catalog.statistics.TableStatistics;
import dev.headgate.catalog.statistics.TouchedPartitions;
import dev.headgate.catalog.view.LakeCatalog;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Change;
import dev.headgate.model.lake.TableDescription.ColumnBounds;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.product.DatasetName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.view.View;

/** What metadata and manifests tell of tables, as the engine knows it. */
final class TableDescriptions {
  private final VersionedCatalog catalog;

  TableDescriptions(VersionedCatalog catalog) {
    this.catalog = catalog;
  }

  /** Whether the view shows a table or an Iceberg view of that name. */
  boolean shows(String view, DatasetName dataset) {
    LakeCatalog shown = catalog.views().open(view);
    TableIdentifier name = Names.identifier(dataset);
    return shown.tableExists(name) || shown.viewExists(name);
  }

  /** Empty where the view shows no table of that name. */
  Optional<TableDescription> describe(String view, DatasetName dataset) {
    return table(view, dataset)
        .map(
            table -> {
              TableMetadata metadata = table.operations().current();
              Optional<Long> base = base(view, dataset, metadata);
              return description(metadata, base, table.io());
            });
  }

  /** Empty where the view shows no Iceberg view of that name. */
  Optional<List<Field>> columnsOfView(String view, DatasetName dataset) {
    try {
      View found = catalog.views().open(view).loadView(Names.identifier(dataset));
      return Optional.of(Schemas.fields(found.schema()));
    } catch (NoSuchViewException e) {
      return Optional.empty();
    }
  }

  private Optional<BaseTable> table(String view, DatasetName dataset) {
    try {
      Table table = catalog.views().open(view).loadTable(Names.identifier(dataset));
      return table instanceof BaseTable base ? Optional.of(base) : Optional.empty();
    } catch (NoSuchTableException e) {
      return Optional.empty();
    }
  }

  /** The snapshot that a branch started from, where the same table had one. */
  private Optional<Long> base(String view, DatasetName dataset, TableMetadata metadata) {
    return catalog
        .findBranch(view)
        .flatMap(branch -> catalog.find(branch.baseLsn(), Names.of(dataset)))
        .filter(entry -> entry.kind() == Kind.TABLE && entry.objectId().equals(metadata.uuid()))
        .map(Entry::snapshotId)
        .filter(id -> metadata.snapshot(id) != null);
  }

  private static TableDescription description(
      TableMetadata metadata, Optional<Long> base, FileIO io) {
    Optional<Snapshot> snapshot = Optional.ofNullable(metadata.currentSnapshot());
    TableStatistics told = TableStatistics.of(metadata, io);
    return new TableDescription(
        Schemas.fields(metadata.schema()),
        Schemas.partition(metadata.spec()),
        optional(snapshot.map(Snapshot::snapshotId)),
        snapshot.map(s -> Instant.ofEpochMilli(s.timestampMillis())),
        told.rows(),
        bounds(told.columns()),
        optional(base),
        base.flatMap(id -> change(id, metadata, io)));
  }

  private static OptionalLong optional(Optional<Long> value) {
    return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  private static Map<String, ColumnBounds> bounds(Map<String, ColumnStatistics> columns) {
    Map<String, ColumnBounds> bounds = new TreeMap<>();
    columns.forEach(
        (name, c) -> bounds.put(name, new ColumnBounds(c.nulls(), c.lower(), c.upper())));
    return bounds;
  }

  private static Optional<Change> change(long base, TableMetadata metadata, FileIO io) {
    return TouchedPartitions.since(base, metadata, io)
        .map(touched -> new Change(base, touched.predicate(), touched.columns(), touched.rows()));
  }
}
