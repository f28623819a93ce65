package dev.headgate.server.lake;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.view.LakeCatalog;
import dev.headgate.spi.CatalogAccess;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/** Reads the catalog for people. */
public final class CatalogBrowser implements LakeBrowser {
  private final VersionedCatalog catalog;
  private final URI endpoint;

  /** {@code endpoint} is where the Iceberg REST protocol is answered. */
  public CatalogBrowser(VersionedCatalog catalog, URI endpoint) {
    this.catalog = catalog;
    this.endpoint = endpoint;
  }

  @Override
  public long lakeVersion() {
    return versions(1).stream().mapToLong(LakeVersion::number).findFirst().orElse(0);
  }

  @Override
  public List<LakeVersion> versions(int limit) {
    return CatalogErrors.translate(
        () ->
            catalog.versions(limit).stream()
                .map(v -> new LakeVersion(v.number(), v.lsn(), Instant.ofEpochMilli(v.atMillis())))
                .toList());
  }

  @Override
  public List<LakeTable> tables(String view) {
    return CatalogErrors.translate(
        () -> {
          LakeCatalog lake = catalog.views().open(view);
          Set<Name> gated = new HashSet<>(catalog.gated());
          List<LakeTable> tables = new ArrayList<>();
          collect(lake, Namespace.empty(), gated, tables);
          return List.copyOf(tables);
        });
  }

  private static void collect(
      LakeCatalog lake, Namespace parent, Set<Name> gated, List<LakeTable> into) {
    for (Namespace namespace : lake.listNamespaces(parent)) {
      for (TableIdentifier table : lake.listTables(namespace)) {
        Optional<Snapshot> snapshot = Optional.ofNullable(lake.loadTable(table).currentSnapshot());
        add(table, LakeTable.Kind.TABLE, snapshot, gated, into);
      }
      for (TableIdentifier table : lake.listViews(namespace)) {
        add(table, LakeTable.Kind.VIEW, Optional.empty(), gated, into);
      }
      collect(lake, namespace, gated, into);
    }
  }

  private static void add(
      TableIdentifier table,
      LakeTable.Kind kind,
      Optional<Snapshot> snapshot,
      Set<Name> gated,
      List<LakeTable> into) {
    Names.dataset(table)
        .ifPresent(
            dataset ->
                into.add(
                    new LakeTable(
                        dataset,
                        kind,
                        snapshot
                            .map(s -> OptionalLong.of(s.snapshotId()))
                            .orElse(OptionalLong.empty()),
                        snapshot.map(BranchContent::rows).orElse(OptionalLong.empty()),
                        gated.contains(Name.of(table)))));
  }

  /** Only branches have tokens; what is promoted is open to whoever reaches the server. */
  @Override
  public CatalogAccess readAccess(String view, String holder, Duration validFor) {
    return CatalogErrors.translate(
        () -> {
          String resolved = catalog.views().resolve(view);
          String token =
              catalog.findBranch(resolved).isPresent()
                  ? catalog.grant(resolved, Optional.of(Set.of()), holder, validFor)
                  : "";
          return new CatalogAccess(endpoint.toString(), resolved, token);
        });
  }
}
