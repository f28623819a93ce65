package dev.headgate.catalog.view;

import dev.headgate.catalog.file.Layout;
import dev.headgate.catalog.file.MetadataFiles;
import dev.headgate.catalog.state.Change;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.Kind;
import dev.headgate.catalog.state.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableCommit;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.view.BaseMetastoreViewCatalog;
import org.apache.iceberg.view.View;
import org.apache.iceberg.view.ViewOperations;

/**
 * One view of the lake as an Iceberg catalog with namespaces and views. A drop is soft, with or
 * without purge: files go when nothing refers to them any more.
 */
public final class LakeCatalog extends BaseMetastoreViewCatalog implements SupportsNamespaces {
  private final LakeView view;
  private final MetadataFiles files;
  private final Layout layout;
  private final Map<String, String> properties;
  private final Labels labels;
  private final Namespaces namespaces;

  public LakeCatalog(
      LakeView view,
      MetadataFiles files,
      Layout layout,
      Map<String, String> properties,
      Labels labels) {
    this.view = view;
    this.files = files;
    this.layout = layout;
    this.properties = properties;
    this.labels = labels;
    this.namespaces = new Namespaces(view);
  }

  @Override
  public String name() {
    return view.warehouse();
  }

  @Override
  public void initialize(String name, Map<String, String> properties) {
    throw new UnsupportedOperationException("a view of the lake is made by VersionedCatalog");
  }

  @Override
  protected Map<String, String> properties() {
    return properties;
  }

  @Override
  protected TableOperations newTableOps(TableIdentifier identifier) {
    return operations(identifier);
  }

  private LakeTableOperations operations(TableIdentifier identifier) {
    return new LakeTableOperations(view, files, labels, Name.of(identifier));
  }

  @Override
  protected ViewOperations newViewOps(TableIdentifier identifier) {
    return new LakeViewOperations(view, files, Name.of(identifier));
  }

  @Override
  public View registerView(TableIdentifier identifier, String metadataLocation) {
    if (viewExists(identifier)) {
      throw new AlreadyExistsException("View already exists: %s", identifier);
    }
    if (tableExists(identifier)) {
      throw new AlreadyExistsException("Table with same name already exists: %s", identifier);
    }
    ViewOperations operations = newViewOps(identifier);
    operations.commit(null, files.view(metadataLocation));
    return loadView(identifier);
  }

  @Override
  protected String defaultWarehouseLocation(TableIdentifier identifier) {
    return layout.newLocation(identifier);
  }

  @Override
  protected boolean isValidIdentifier(TableIdentifier identifier) {
    return !identifier.namespace().isEmpty();
  }

  /** The metadata that a client is shown for a table which is staged but not created. */
  public TableMetadata served(TableIdentifier identifier, TableMetadata uncommitted) {
    return Serving.with(uncommitted, view.served(Name.of(identifier), uncommitted.uuid()));
  }

  /** Refuses early what a commit to this name would be refused for: a gate, a branch's scope. */
  public void checkMayWrite(TableIdentifier identifier) {
    view.checkMayWrite(Name.of(identifier));
  }

  /** Refuses early a table that is staged, where a guard would refuse to have it created. */
  public void checkStaged(TableIdentifier identifier, TableMetadata uncommitted) {
    view.guard(Name.of(identifier), Optional.empty(), uncommitted);
  }

  /** Commits to several tables as one: all or none. */
  public void commitTransaction(List<TableCommit> commits) {
    List<Staged> staged = new TransactionStaging(this::operations).stage(commits);
    if (!staged.isEmpty()) {
      Commits.commit(view, staged, "transaction over " + staged.size() + " tables");
    }
  }

  @Override
  public List<TableIdentifier> listTables(Namespace namespace) {
    return identifiers(namespace, Kind.TABLE);
  }

  @Override
  public List<TableIdentifier> listViews(Namespace namespace) {
    return identifiers(namespace, Kind.VIEW);
  }

  private List<TableIdentifier> identifiers(Namespace namespace, Kind kind) {
    namespaces.require(namespace);
    return view.map().list(namespace, kind).stream().map(n -> n.name().asIdentifier()).toList();
  }

  @Override
  public boolean dropTable(TableIdentifier identifier, boolean purge) {
    return drop(identifier, Kind.TABLE);
  }

  @Override
  public boolean dropView(TableIdentifier identifier) {
    return drop(identifier, Kind.VIEW);
  }

  private boolean drop(TableIdentifier identifier, Kind kind) {
    if (!isValidIdentifier(identifier)) {
      return false;
    }
    Name name = Name.of(identifier);
    Optional<Entry> entry = view.map().find(name).filter(e -> e.kind() == kind);
    entry.ifPresent(e -> apply("drop " + name, Change.drop(name, e)));
    return entry.isPresent();
  }

  @Override
  public void renameTable(TableIdentifier from, TableIdentifier to) {
    Entry entry =
        find(from, Kind.TABLE)
            .orElseThrow(() -> new NoSuchTableException("Table does not exist: %s", from));
    view.guard(Name.of(to), Optional.empty(), files.table(entry.state()));
    rename(entry, from, to);
  }

  @Override
  public void renameView(TableIdentifier from, TableIdentifier to) {
    Entry entry =
        find(from, Kind.VIEW)
            .orElseThrow(() -> new NoSuchViewException("View does not exist: %s", from));
    view.guardView(Name.of(to), Optional.empty(), files.view(entry.state()));
    rename(entry, from, to);
  }

  private void rename(Entry entry, TableIdentifier from, TableIdentifier to) {
    if (from.equals(to)) {
      return;
    }
    if (!namespaceExists(to.namespace())) {
      throw new NoSuchNamespaceException(
          "Cannot rename %s to %s. Namespace does not exist: %s", from, to, to.namespace());
    }
    view.map()
        .find(Name.of(to))
        .ifPresent(
            other -> {
              throw new AlreadyExistsException(
                  "Cannot rename %s to %s. %s already exists",
                  from, to, other.kind() == Kind.VIEW ? "View" : "Table");
            });
    apply(
        "rename " + from + " to " + to,
        Change.drop(Name.of(from), entry),
        Change.create(Name.of(to), entry));
  }

  private Optional<Entry> find(TableIdentifier identifier, Kind kind) {
    return view.map().find(Name.of(identifier)).filter(e -> e.kind() == kind);
  }

  private void apply(String cause, Change... changes) {
    view.commit(List.of(changes), cause, handle -> {});
  }

  @Override
  public void createNamespace(Namespace namespace, Map<String, String> properties) {
    namespaces.create(namespace, properties);
  }

  @Override
  public List<Namespace> listNamespaces(Namespace parent) {
    return namespaces.list(parent);
  }

  @Override
  public Map<String, String> loadNamespaceMetadata(Namespace namespace) {
    return namespaces.properties(namespace);
  }

  @Override
  public boolean dropNamespace(Namespace namespace) {
    return namespaces.drop(namespace);
  }

  @Override
  public boolean setProperties(Namespace namespace, Map<String, String> properties) {
    return namespaces.update(namespace, properties, Set.of());
  }

  @Override
  public boolean removeProperties(Namespace namespace, Set<String> keys) {
    return namespaces.update(namespace, Map.of(), keys);
  }

  /** Sets and removes properties of a namespace as one change. */
  public boolean updateProperties(
      Namespace namespace, Map<String, String> set, Set<String> removed) {
    return namespaces.update(namespace, set, removed);
  }
}
