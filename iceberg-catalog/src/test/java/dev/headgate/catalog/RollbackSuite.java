package dev.headgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.catalog.state.Name;
import dev.headgate.catalog.state.Promoted;
import dev.headgate.catalog.view.LakeCatalog;
import java.util.Set;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

/** A rollback is a promotion of a branch that restores. */
abstract class RollbackSuite extends LakeSuite {
  private static final Set<Name> BOTH = Set.of(Name.of(FLIGHTS), Name.of(DELAYS));

  @Test
  void restoresContentSchemaPartitioningAndProperties() {
    Promoted good = promotedFlights("release-1", 10);
    LakeCatalog bad = branch("release-2");
    Table flights = bad.loadTable(FLIGHTS);
    flights.updateSchema().addColumn("delay", Types.LongType.get()).commit();
    flights.updateSpec().addField("day").commit();
    flights.updateProperties().set("owner", "eve").commit();
    append(bad, FLIGHTS, 90);
    promote("release-2");
    TableMetadata broken = metadata();

    lake().createRollbackBranch("release-3", good.lsn(), BOTH);
    Promoted undone = promote("release-3");

    assertThat(undone.version()).isEqualTo(3);
    Table main = lake().main().loadTable(FLIGHTS);
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(10);
    assertThat(main.schema().findField("delay")).isNull();
    assertThat(main.spec()).isEqualTo(PartitionSpec.unpartitioned());
    assertThat(main.properties()).doesNotContainKey("owner");
    assertThat(metadata().uuid()).isEqualTo(broken.uuid());
    assertThat(metadata().lastColumnId()).isEqualTo(broken.lastColumnId());
    assertThat(metadata().lastSequenceNumber()).isEqualTo(broken.lastSequenceNumber());
    assertThat(rows(lake().version(2), FLIGHTS)).isEqualTo(100);
  }

  @Test
  void dropsWhatWasMadeSinceAndBringsBackWhatWasDropped() {
    Promoted first = promotedFlights("release-1", 10);
    LakeCatalog branch = branch("release-2");
    branch.dropTable(FLIGHTS, true);
    create(branch, DELAYS);
    promote("release-2");

    lake().createRollbackBranch("release-3", first.lsn(), BOTH);
    promote("release-3");
    assertThat(lake().main().listTables(NS)).containsExactly(FLIGHTS);
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(10);

    append(branch("release-4"), FLIGHTS, 1);
    promote("release-4");
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(11);
  }

  @Test
  void bringsBackTheTableThatAnotherReplacedUnderItsName() {
    Promoted first = promotedFlights("release-1", 10);
    String uuid = metadata().uuid();
    LakeCatalog branch = branch("release-2");
    branch.dropTable(FLIGHTS, true);
    create(branch, FLIGHTS);
    promote("release-2");
    assertThat(metadata().uuid()).isNotEqualTo(uuid);

    lake().createRollbackBranch("release-3", first.lsn(), BOTH);
    promote("release-3");
    assertThat(metadata().uuid()).isEqualTo(uuid);
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(10);
  }

  @Test
  void restoresATableWithoutASnapshot() {
    create(branch("release-1"), FLIGHTS);
    Promoted empty = promote("release-1");
    promotedFlights("release-2", 10);
    lake().createRollbackBranch("release-3", empty.lsn(), BOTH);
    promote("release-3");
    assertThat(lake().main().loadTable(FLIGHTS).currentSnapshot()).isNull();
    append(branch("release-4"), FLIGHTS, 4);
    promote("release-4");
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(4);
  }

  @Test
  void theSameRollbackBranchMayBeAskedForAgain() {
    Promoted good = promotedFlights("release-1", 10);
    promotedFlights("release-2", 5);
    lake().createRollbackBranch("release-3", good.lsn(), BOTH);
    lake().createRollbackBranch("release-3", good.lsn(), BOTH);
    assertThat(lake().changes("release-3")).hasSize(1);
    promote("release-3");
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(10);
  }

  @Test
  void writesGoOnAfterARollback() {
    Promoted good = promotedFlights("release-1", 10);
    promotedFlights("release-2", 5);
    lake().createRollbackBranch("release-3", good.lsn(), BOTH);
    promote("release-3");
    promotedFlights("release-4", 7);
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(17);
  }

  private TableMetadata metadata() {
    return ((BaseTable) lake().main().loadTable(FLIGHTS)).operations().current();
  }
}
