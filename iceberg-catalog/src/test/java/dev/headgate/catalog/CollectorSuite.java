package dev.headgate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.catalog.state.InstantExpiredException;
import dev.headgate.catalog.state.Promoted;
import dev.headgate.catalog.view.LakeCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;

/** What is deleted, when, and above all what is not. */
abstract class CollectorSuite extends LakeSuite {
  private static final Duration GRACE = Duration.ofHours(6);

  @Test
  void aDiscardedBranchLeavesNothingBehindAfterTheGraceTwice() throws IOException {
    promotedFlights("release-1", 10);
    append(branch("release-2"), FLIGHTS, 5);
    assertThat(area("release-2")).isNotEmpty();
    lake().discard("release-2");

    assertThat(lake().collect().deleted()).isZero();
    clock().advance(GRACE.plusMinutes(1));
    assertThat(lake().collect().deleted()).isZero();
    assertThat(area("release-2")).isNotEmpty();
    clock().advance(GRACE.plusMinutes(1));
    assertThat(lake().collect().deleted()).isPositive();
    assertThat(area("release-2")).isEmpty();
    assertThat(rows(lake().main(), FLIGHTS)).isEqualTo(10);
  }

  @Test
  void aLiveBranchIsNotTouched() throws IOException {
    append(created("release-1"), FLIGHTS, 5);
    List<Path> before = area("release-1");
    collectTwice();
    assertThat(area("release-1")).containsExactlyElementsOf(before);
    assertThat(rows(lake().branch("release-1"), FLIGHTS)).isEqualTo(5);
  }

  @Test
  void whatAPromotedBranchWroteStaysAndWhatItsFailedAttemptsLeftGoes() throws IOException {
    LakeCatalog view = created("release-1");
    long savepoint = lake().findBranch("release-1").orElseThrow().position();
    append(view, FLIGHTS, 99);
    lake().reset("release-1", savepoint, List.of(name(FLIGHTS)));
    append(view, FLIGHTS, 5);
    promote("release-1");
    int before = area("release-1").size();

    collectTwice();
    assertThat(area("release-1")).isNotEmpty().hasSizeLessThan(before);
    assertThat(files(lake().main())).hasSize(1);
    assertThat(files(lake().version(1))).hasSize(1);
  }

  @Test
  void aDroppedTableGoesWhenNoKeptInstantShowsIt() throws IOException {
    TableIdentifier source = TableIdentifier.of(NS, "source");
    create(lake().main(), source);
    append(lake().main(), source, 3);
    Path location = path(lake().main().loadTable(source).location());
    lake().main().dropTable(source, true);
    collectTwice();
    assertThat(location).isNotEmptyDirectory();

    clock().advance(Duration.ofDays(8));
    collectTwice();
    assertThat(filesBelow(location)).isEmpty();
  }

  @Test
  void aTableThatAVersionShowsIsKeptHoweverLongAgoItWasDropped() throws IOException {
    promotedFlights("release-1", 10);
    branch("release-2").dropTable(FLIGHTS, true);
    promote("release-2");
    clock().advance(Duration.ofDays(100));
    collectTwice();
    assertThat(rows(lake().version(1), FLIGHTS)).isEqualTo(10);
    assertThat(files(lake().version(1))).hasSize(1);
  }

  @Test
  void anInstantPastItsRetentionIsRefusedAndAVersionIsNot() {
    Promoted first = promotedFlights("release-1", 10);
    TableIdentifier source = TableIdentifier.of(NS, "source");
    create(lake().main(), source);
    long pinned = lake().head();
    append(lake().main(), source, 1);
    clock().advance(Duration.ofDays(8));
    append(lake().main(), source, 1);
    clock().advance(Duration.ofDays(8));
    append(lake().main(), source, 1);
    collectTwice();
    assertThatThrownBy(() -> lake().at(pinned))
        .isInstanceOf(InstantExpiredException.class)
        .hasMessageContaining("connect to pinned again");
    assertThat(rows(lake().at(first.lsn()), FLIGHTS)).isEqualTo(10);
  }

  private LakeCatalog created(String branch) {
    LakeCatalog view = branch(branch);
    create(view, FLIGHTS);
    return view;
  }

  private void collectTwice() {
    clock().advance(GRACE.plusMinutes(1));
    lake().collect();
    clock().advance(GRACE.plusMinutes(1));
    lake().collect();
  }

  private List<Path> area(String branch) throws IOException {
    return filesBelow(folder.resolve("warehouse").resolve("_branches").resolve(branch));
  }

  private static List<Path> filesBelow(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path path(String location) {
    return Path.of(location.replaceFirst("^file:", ""));
  }

  private static Set<String> files(LakeCatalog view) throws IOException {
    Table table = view.loadTable(FLIGHTS);
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      Set<String> locations = new java.util.HashSet<>();
      tasks.forEach(task -> locations.add(task.file().location()));
      return locations;
    }
  }
}
