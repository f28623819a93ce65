package dev.headgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.state.Grant;
import dev.headgate.catalog.view.LakeCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.junit.jupiter.api.Test;

/** Scopes, tokens, savepoints and gates. */
abstract class BranchSuite extends LakeSuite {
  @Test
  void onlyNamesInScopeAreWritten() {
    LakeCatalog branch = branch("release-1");
    TableIdentifier other = TableIdentifier.of(NS, "other");
    assertThatThrownBy(() -> create(branch, other))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("ops.other is outside the scope of branch release-1");
    assertThatThrownBy(() -> branch.createNamespace(Namespace.of("elsewhere")))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void aTokenWritesWhatItListsAndDiesWithItsHolder() {
    branch("release-1");
    LakeCatalog run = granted("release-1", Set.of(FLIGHTS), "run 1 attempt 1");
    create(run, FLIGHTS);
    assertThatThrownBy(() -> create(run, DELAYS)).isInstanceOf(ForbiddenException.class);

    lake().revoke("release-1", "run 1 attempt 1");
    assertThatThrownBy(() -> append(run, FLIGHTS, 1)).isInstanceOf(NotAuthorizedException.class);
    LakeCatalog second = granted("release-1", Set.of(FLIGHTS), "run 1 attempt 2");
    append(second, FLIGHTS, 1);
    assertThat(rows(lake().branch("release-1"), FLIGHTS)).isEqualTo(1);
  }

  @Test
  void aTokenWithoutNamesOnlyReads() {
    create(branch("release-1"), FLIGHTS);
    LakeCatalog reader = granted("release-1", Set.of(), "checks");
    assertThat(reader.tableExists(FLIGHTS)).isTrue();
    assertThatThrownBy(() -> append(reader, FLIGHTS, 1)).isInstanceOf(ForbiddenException.class);
  }

  @Test
  void anUnknownTokenIsNoGrant() {
    assertThat(lake().tokens().find("nonsense")).isEmpty();
  }

  @Test
  void resetGoesBackToTheSavepoint() {
    promotedFlights("release-1", 10);
    LakeCatalog branch = branch("release-2");
    create(branch, DELAYS);
    append(branch, DELAYS, 1);
    long savepoint = lake().findBranch("release-2").orElseThrow().position();
    append(branch, DELAYS, 2);
    append(branch, FLIGHTS, 5);

    lake().reset("release-2", savepoint, List.of(name(DELAYS), name(FLIGHTS)));
    assertThat(rows(branch, DELAYS)).isEqualTo(1);
    assertThat(rows(branch, FLIGHTS)).isEqualTo(10);
    assertThat(lake().changes("release-2")).extracting(f -> f.name()).containsExactly(name(DELAYS));

    append(branch, DELAYS, 7);
    branch.dropTable(FLIGHTS);
    lake().reset("release-2", savepoint, List.of(name(DELAYS), name(FLIGHTS)));
    lake().reset("release-2", savepoint, List.of(name(DELAYS), name(FLIGHTS)));
    assertThat(rows(branch, DELAYS)).isEqualTo(1);
    assertThat(rows(branch, FLIGHTS)).isEqualTo(10);
  }

  @Test
  void resetLeavesTheDatasetsOfOtherRunsAlone() {
    LakeCatalog branch = branch("release-1");
    create(branch, FLIGHTS);
    create(branch, DELAYS);
    long savepoint = lake().findBranch("release-1").orElseThrow().position();
    append(branch, FLIGHTS, 1);
    append(branch, DELAYS, 2);
    lake().reset("release-1", savepoint, List.of(name(FLIGHTS)));
    assertThat(rows(branch, FLIGHTS)).isZero();
    assertThat(rows(branch, DELAYS)).isEqualTo(2);
  }

  @Test
  void aGatedTableIsRefusedWithAdviceAndSourcesAreNot() {
    promotedFlights("release-1", 10);
    create(lake().main(), DELAYS);
    lake().gate(Map.of(name(FLIGHTS), "Build ops.flights: headgate build ops.flights."), c -> {});
    LakeCatalog main = lake().main();

    assertThatThrownBy(() -> append(main, FLIGHTS, 1))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("ops.flights is gated")
        .hasMessageContaining("headgate build ops.flights");
    assertThatThrownBy(() -> main.dropTable(FLIGHTS)).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> main.renameTable(DELAYS, TableIdentifier.of(NS, "flights")))
        .isInstanceOf(RuntimeException.class);
    assertThat(main.loadTable(FLIGHTS).properties()).containsEntry("gc.enabled", "false");
    append(main, DELAYS, 1);

    promotedFlights("release-2", 5);
    assertThat(rows(main, FLIGHTS)).isEqualTo(15);
    lake().ungate(List.of(name(FLIGHTS)), c -> {});
    append(main, FLIGHTS, 1);
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(16);
  }

  @Test
  void aSandboxIsNeverPromoted() {
    lake().createBranch(BranchSpec.everything("sandbox-ana"));
    create(lake().branch("sandbox-ana"), FLIGHTS);
    assertThatThrownBy(() -> promote("sandbox-ana"))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("never promoted");
  }

  @Test
  void aGuardRefusesWithItsReason() {
    lake()
        .createBranch(
            new BranchSpec("release-1", Optional.of(Set.of(name(FLIGHTS))), Optional.of("no-id")));
    assertThatThrownBy(() -> create(lake().branch("release-1"), FLIGHTS))
        .isInstanceOf(ForbiddenException.class)
        .hasMessage("release-1: ops.flights has an id");
  }

  @Test
  void snapshotsThatAVersionShowsCannotBeRemoved() {
    promotedFlights("release-1", 10);
    long shown = lake().main().loadTable(FLIGHTS).currentSnapshot().snapshotId();
    append(lake().main(), FLIGHTS, 1);
    lake().main().loadTable(FLIGHTS).manageSnapshots().removeTag("release_1").commit();
    Table flights = lake().main().loadTable(FLIGHTS);
    assertThatThrownBy(() -> flights.expireSnapshots().expireSnapshotId(shown).commit())
        .as("a client that asks the table first")
        .hasMessageContaining("GC is disabled");
    TableOperations operations = ((BaseTable) flights).operations();
    TableMetadata now = operations.current();
    TableMetadata without =
        TableMetadata.buildFrom(now).removeSnapshots(List.of(now.snapshot(shown))).build();
    assertThatThrownBy(() -> operations.commit(now, without))
        .as("a client that does not")
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("instants of the lake that are kept still show them");
  }

  private LakeCatalog granted(String branch, Set<TableIdentifier> writable, String holder) {
    String token =
        lake()
            .grant(
                branch,
                Optional.of(Set.copyOf(writable.stream().map(LakeSuite::name).toList())),
                holder,
                Duration.ofMinutes(5));
    Grant grant = lake().tokens().find(token).orElseThrow();
    return lake().views().open(branch, grant);
  }
}
