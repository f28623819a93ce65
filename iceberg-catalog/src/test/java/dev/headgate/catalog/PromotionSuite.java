package dev.headgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.catalog.file.LocalFileIO;
import dev.headgate.catalog.state.BaseMovedException;
import dev.headgate.catalog.state.BranchEndedException;
import dev.headgate.catalog.state.BranchFrozenException;
import dev.headgate.catalog.state.DigestChangedException;
import dev.headgate.catalog.state.Promoted;
import dev.headgate.catalog.view.LakeCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.HistoryEntry;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

/** What a promotion does, and what it refuses to do. */
abstract class PromotionSuite extends LakeSuite {
  @Test
  void nothingOfABranchShowsInMainBeforeAndAllOfItAfter() {
    promotedFlights("release-1", 10);
    LakeCatalog branch = branch("release-2");
    append(branch, FLIGHTS, 5);
    branch.loadTable(FLIGHTS).updateSchema().addColumn("delay", Types.LongType.get()).commit();
    branch.loadTable(FLIGHTS).updateProperties().set("owner", "ana").commit();
    create(branch, DELAYS);
    append(branch, DELAYS, 3);

    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(10);
    assertThat(lake().main().loadTable(FLIGHTS).schema().findField("delay")).isNull();
    assertThat(lake().main().tableExists(DELAYS)).isFalse();

    promote("release-2");

    Table flights = lake().main().loadTable(FLIGHTS);
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(15);
    assertThat(flights.schema().findField("delay")).isNotNull();
    assertThat(flights.properties()).containsEntry("owner", "ana");
    assertThat(rows(lake().main(), DELAYS)).isEqualTo(3);
  }

  @Test
  void eachPromotionIsOneVersionOverAllTables() {
    Promoted first = promotedFlights("release-1", 10);
    Promoted second = promotedFlights("release-2", 5);

    assertThat(first.version()).isEqualTo(1);
    assertThat(second.version()).isEqualTo(2);
    assertThat(rows(lake().version(1), FLIGHTS)).isEqualTo(10);
    assertThat(rows(lake().version(2), FLIGHTS)).isEqualTo(15);
    assertThat(lake().version(0).listNamespaces()).isEmpty();
    assertThat(lake().versions(10)).extracting(v -> v.number()).containsExactly(2L, 1L);
  }

  @Test
  void aPinnedViewStaysAsItWas() {
    promotedFlights("release-1", 10);
    LakeCatalog pinned = lake().pinned();
    promotedFlights("release-2", 5);
    assertThat(rows(pinned, FLIGHTS)).isEqualTo(10);
    assertThatThrownBy(() -> append(pinned, FLIGHTS, 1))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("read-only");
  }

  @Test
  void promotedMetadataLooksAsIfWrittenToMainNow() {
    promotedFlights("release-1", 10);
    String before = metadata(lake().main()).metadataFileLocation();
    LakeCatalog branch = branch("release-2");
    append(branch, FLIGHTS, 1);
    append(branch, FLIGHTS, 2);
    long start = System.currentTimeMillis();
    promote("release-2");

    TableMetadata main = metadata(lake().main());
    List<HistoryEntry> log = main.snapshotLog();
    assertThat(log).hasSize(2);
    assertThat(log.get(1).snapshotId()).isEqualTo(main.currentSnapshot().snapshotId());
    assertThat(log.get(1).timestampMillis()).isGreaterThanOrEqualTo(start);
    assertThat(main.previousFiles()).hasSize(1);
    assertThat(main.previousFiles().get(0).file()).isEqualTo(before);
    assertThat(main.refs()).containsOnlyKeys("main", "release_1", "release_2");
    assertThat(main.ref("release_2").isTag()).isTrue();
    assertThat(main.ref("release_2").snapshotId()).isEqualTo(main.currentSnapshot().snapshotId());
    assertThat(main.metadataFileLocation()).startsWith(main.location() + "/metadata/");
  }

  @Test
  void oldPromotionsLoseTheirTagsAndStayReadable() {
    promotedFlights("release-1", 1);
    LakeCatalog branch = branch("release-2");
    Table table = branch.loadTable(FLIGHTS);
    table.manageSnapshots().createTag("audited", table.currentSnapshot().snapshotId()).commit();
    promote("release-2");
    for (int release = 3; release <= 24; release++) {
      promotedFlights("release-" + release, 1);
    }
    assertThat(lake().main().loadTable(FLIGHTS).refs()).containsKeys("release_1", "release_24");
    clock().advance(Duration.ofDays(200));
    promotedFlights("release-25", 1);

    assertThat(lake().main().loadTable(FLIGHTS).refs().keySet())
        .contains("main", "audited", "release_25", "release_6")
        .doesNotContain("release_1", "release_5");
    assertThat(rows(lake().version(1), FLIGHTS)).isEqualTo(1);
  }

  @Test
  void aForkNamesItsHeadAndWhatItStartedFrom() {
    promotedFlights("release-1", 10);
    LakeCatalog branch = branch("release-2");
    append(branch, FLIGHTS, 5);
    TableMetadata fork = metadata(branch);
    assertThat(fork.ref("release_2").isBranch()).isTrue();
    assertThat(fork.ref("release_2").snapshotId()).isEqualTo(fork.currentSnapshot().snapshotId());
    assertThat(fork.ref("published").snapshotId())
        .isEqualTo(metadata(lake().main()).currentSnapshot().snapshotId());
    assertThat(fork.metadataFileLocation()).contains("/_branches/release-2/");
  }

  @Test
  void reservedPropertiesAreServedAndNeitherStagedNorPromoted() {
    promotedFlights("release-1", 10);
    LakeCatalog branch = branch("release-2");
    assertThat(branch.loadTable(FLIGHTS).properties())
        .containsEntry("gc.enabled", "false")
        .containsKeys("write.data.path", "write.metadata.path");
    branch
        .loadTable(FLIGHTS)
        .updateProperties()
        .set("gc.enabled", "true")
        .set("write.data.path", "/elsewhere")
        .set("owner", "ben")
        .commit();
    assertThat(branch.loadTable(FLIGHTS).properties()).containsEntry("gc.enabled", "false");
    promote("release-2");
    String promoted = metadata(lake().main()).metadataFileLocation();
    assertThat(TableMetadataParser.read(new LocalFileIO(), promoted).properties())
        .containsEntry("owner", "ben")
        .doesNotContainKeys("gc.enabled", "write.data.path", "write.metadata.path");
  }

  @Test
  void aTableThatMovedInMainIsAConflictAndNothingIsPromoted() {
    promotedFlights("release-1", 10);
    LakeCatalog branch = branch("release-2");
    append(branch, FLIGHTS, 5);
    create(branch, DELAYS);
    lake().main().loadTable(FLIGHTS).updateProperties().set("a", "b").commit();

    assertThatThrownBy(() -> promote("release-2"))
        .isInstanceOf(BaseMovedException.class)
        .hasMessageContaining("ops.flights");
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(10);
    assertThat(lake().main().tableExists(DELAYS)).isFalse();
    assertThat(lake().versions(5)).hasSize(1);
  }

  @Test
  void branchesThatTouchDifferentTablesDoNotDisturbEachOther() {
    promotedFlights("release-1", 10);
    LakeCatalog one = branch("release-2");
    LakeCatalog other = branch("release-3");
    append(one, FLIGHTS, 5);
    create(other, DELAYS);
    append(other, DELAYS, 7);
    assertThat(one.tableExists(DELAYS)).isFalse();
    promote("release-3");
    promote("release-2");
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(15);
    assertThat(rows(lake().main(), DELAYS)).isEqualTo(7);
  }

  @Test
  void dropsAndRenamesArePromotedLikeEverythingElse() {
    promotedFlights("release-1", 10);
    LakeCatalog branch = branch("release-2");
    branch.renameTable(FLIGHTS, DELAYS);
    append(branch, DELAYS, 1);
    promote("release-2");
    assertThat(lake().main().tableExists(FLIGHTS)).isFalse();
    assertThat(rows(lake().main(), DELAYS)).isEqualTo(11);
    assertThat(rows(lake().version(1), FLIGHTS)).isEqualTo(10);

    branch("release-3").dropTable(DELAYS, true);
    promote("release-3");
    assertThat(lake().main().tableExists(DELAYS)).isFalse();
    assertThat(rows(lake().version(2), DELAYS)).isEqualTo(11);
  }

  @Test
  void aFrozenBranchCannotBeWritten() {
    LakeCatalog branch = branch("release-1");
    create(branch, FLIGHTS);
    lake().freeze("release-1", "evidence");
    assertThatThrownBy(() -> append(branch, FLIGHTS, 1)).isInstanceOf(BranchFrozenException.class);
    assertThatThrownBy(() -> lake().reset("release-1", 0, List.of(name(FLIGHTS))))
        .isInstanceOf(BranchFrozenException.class);
  }

  @Test
  void anEndedBranchCanBeNeitherReadNorWritten() {
    promotedFlights("release-1", 1);
    assertThatThrownBy(() -> lake().branch("release-1")).isInstanceOf(BranchEndedException.class);
    LakeCatalog held = branch("release-2");
    append(held, FLIGHTS, 1);
    lake().discard("release-2");
    assertThatThrownBy(() -> held.loadTable(FLIGHTS)).isInstanceOf(BranchEndedException.class);
    assertThatThrownBy(() -> append(held, FLIGHTS, 1)).isInstanceOf(BranchEndedException.class);
    assertThatThrownBy(() -> promote("release-2")).isInstanceOf(BranchEndedException.class);
  }

  @Test
  void onlyTheJudgedDigestIsPromoted() {
    LakeCatalog branch = branch("release-1");
    create(branch, FLIGHTS);
    String judged = lake().freeze("release-1", "pipeline A");
    String other = lake().freeze("release-1", "pipeline B");
    assertThat(other).isNotEqualTo(judged);
    assertThatThrownBy(() -> lake().promote(Map.of("release-1", judged), "test", (c, p) -> {}))
        .isInstanceOf(DigestChangedException.class);
    assertThat(lake().main().tableExists(FLIGHTS)).isFalse();
    lake().promote(Map.of("release-1", other), "test", (c, p) -> {});
    assertThat(lake().main().tableExists(FLIGHTS)).isTrue();
  }

  @Test
  void theDigestIsComputedFromWhatIsSwapped() {
    LakeCatalog branch = branch("release-1");
    create(branch, FLIGHTS);
    String judged = lake().freeze("release-1", "evidence");
    testLake().sql("UPDATE lake_fork SET object_id = 'someone-elses' WHERE name = 'flights'");
    assertThatThrownBy(() -> lake().promote(Map.of("release-1", judged), "test", (c, p) -> {}))
        .isInstanceOf(DigestChangedException.class);
  }

  @Test
  void whatTheParticipantRefusesDoesNotHappen() {
    LakeCatalog branch = branch("release-1");
    create(branch, FLIGHTS);
    assertThatThrownBy(
            () ->
                promote(
                    "release-1",
                    (connection, promoted) -> {
                      throw new IllegalArgumentException("not approved");
                    }))
        .hasMessage("not approved");
    assertThat(lake().main().tableExists(FLIGHTS)).isFalse();
    assertThat(lake().settle("release-1")).isEmpty();
    promote("release-1");
    assertThat(lake().settle("release-1").orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void severalBranchesArePromotedAsOne() {
    create(branch("release-1"), FLIGHTS);
    create(branch("release-2"), DELAYS);
    Map<String, String> digests =
        Map.of(
            "release-1",
            lake().freeze("release-1", "a"),
            "release-2",
            lake().freeze("release-2", "b"));
    Promoted promoted = lake().promote(digests, "both", (c, p) -> {});
    assertThat(promoted.version()).isEqualTo(1);
    assertThat(lake().version(1).listTables(NS)).containsExactlyInAnyOrder(FLIGHTS, DELAYS);
  }

  private static TableMetadata metadata(LakeCatalog view) {
    return ((BaseTable) view.loadTable(FLIGHTS)).operations().current();
  }
}
