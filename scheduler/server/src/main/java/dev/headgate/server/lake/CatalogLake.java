package dev.headgate.server.lake;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.state.Branch;
import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.state.Entry;
import dev.headgate.catalog.state.Kind;
import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.state.Promoted;
import dev.headgate.model.lake.BranchChange;
import dev.headgate.model.lake.DatasetState;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.lake.Promotion;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.lake.TableDescription.Field;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.StoreTransaction;
import dev.headgate.store.JdbcStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The engine's lake: the versioned catalog, with the store's transactions on the catalog's
 * connections.
 */
public final class CatalogLake implements Lake {
  private final VersionedCatalog catalog;
  private final BranchContent content;
  private final TableDescriptions descriptions;

  public CatalogLake(VersionedCatalog catalog) {
    this.catalog = catalog;
    this.content = new BranchContent(catalog);
    this.descriptions = new TableDescriptions(catalog);
  }

  @Override
  public long head() {
    return CatalogErrors.translate(catalog::head);
  }

  @Override
  public Map<DatasetName, DatasetState> states(long instant, Collection<DatasetName> datasets) {
    return CatalogErrors.translate(
        () -> {
          Map<DatasetName, DatasetState> states = new TreeMap<>();
          for (DatasetName dataset : datasets) {
            catalog
                .find(instant, Names.of(dataset))
                .filter(e -> e.kind() != Kind.NAMESPACE)
                .ifPresent(e -> states.put(dataset, state(e)));
          }
          return states;
        });
  }

  private static DatasetState state(Entry entry) {
    OptionalLong snapshot =
        entry.snapshotId() == null ? OptionalLong.empty() : OptionalLong.of(entry.snapshotId());
    return new DatasetState(entry.objectId(), entry.state(), snapshot);
  }

  @Override
  public long createBranch(String branch, Set<DatasetName> scope) {
    return CatalogErrors.translate(
        () -> {
          BranchSpec spec =
              new BranchSpec(branch, Optional.of(names(scope)), Optional.of(ContractGuard.NAME));
          return catalog.createBranch(spec).baseLsn();
        });
  }

  @Override
  public long createRollbackBranch(String branch, long toInstant, Set<DatasetName> datasets) {
    return CatalogErrors.translate(
        () -> catalog.createRollbackBranch(branch, toInstant, names(datasets)).baseLsn());
  }

  @Override
  public long savepoint(String branch) {
    return CatalogErrors.translate(
        () ->
            catalog
                .findBranch(branch)
                .map(Branch::position)
                .orElseThrow(() -> CatalogErrors.noSuchBranch(branch)));
  }

  @Override
  public void reset(String branch, long savepoint, Set<DatasetName> datasets) {
    CatalogErrors.run(() -> catalog.reset(branch, savepoint, names(datasets)));
  }

  @Override
  public String grant(String branch, Set<DatasetName> writable, String holder, Duration validFor) {
    return CatalogErrors.translate(
        () -> catalog.grant(branch, Optional.of(names(writable)), holder, validFor));
  }

  @Override
  public void revoke(String branch, String holder) {
    CatalogErrors.run(
        () -> {
          if (catalog.findBranch(branch).isPresent()) {
            catalog.revoke(branch, holder);
          }
        });
  }

  @Override
  public String freeze(String branch, String evidence) {
    return CatalogErrors.translate(() -> catalog.freeze(branch, evidence));
  }

  @Override
  public boolean shows(String view, DatasetName dataset) {
    return CatalogErrors.translate(() -> descriptions.shows(view, dataset));
  }

  @Override
  public Optional<TableDescription> describe(String view, DatasetName dataset) {
    return CatalogErrors.translate(() -> descriptions.describe(view, dataset));
  }

  @Override
  public Optional<List<Field>> columnsOfView(String view, DatasetName dataset) {
    return CatalogErrors.translate(() -> descriptions.columnsOfView(view, dataset));
  }

  @Override
  public List<BranchChange> changes(String branch) {
    return CatalogErrors.translate(() -> content.changes(branch));
  }

  /**
   * The tag is the branch's own name in the catalog's spelling: {@code release-12} tags {@code
   * release_12}.
   */
  @Override
  public Promotion promote(
      String branch, String expectedDigest, String tag, Participant participant) {
    return CatalogErrors.translate(
        () ->
            promotion(
                catalog.promote(
                    Map.of(branch, expectedDigest),
                    "promotion of " + branch,
                    (connection, promoted) ->
                        participant.within(JdbcStore.on(connection), promotion(promoted)))));
  }

  @Override
  public Optional<Promotion> settle(String branch) {
    return CatalogErrors.settling(() -> catalog.settle(branch).map(CatalogLake::promotion));
  }

  @Override
  public void discard(String branch) {
    CatalogErrors.run(
        () -> {
          if (catalog.findBranch(branch).isPresent()) {
            catalog.discard(branch);
          }
        });
  }

  @Override
  public long instantOf(long lakeVersion) {
    return CatalogErrors.translate(() -> catalog.instantOf(lakeVersion));
  }

  @Override
  public void gate(Map<DatasetName, String> advice, Consumer<StoreTransaction> then) {
    Map<Name, String> gates =
        advice.entrySet().stream()
            .collect(Collectors.toMap(e -> Names.of(e.getKey()), Map.Entry::getValue));
    CatalogErrors.run(() -> catalog.gate(gates, c -> then.accept(JdbcStore.on(c))));
  }

  @Override
  public void ungate(Set<DatasetName> datasets, Consumer<StoreTransaction> then) {
    CatalogErrors.run(() -> catalog.ungate(names(datasets), c -> then.accept(JdbcStore.on(c))));
  }

  private static Promotion promotion(Promoted promoted) {
    return new Promotion(promoted.lsn(), promoted.version());
  }

  private static Set<Name> names(Collection<DatasetName> datasets) {
    return datasets.stream().map(Names::of).collect(Collectors.toSet());
  }
}
