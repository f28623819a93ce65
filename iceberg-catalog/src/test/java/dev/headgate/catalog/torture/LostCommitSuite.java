package dev.headgate.catalog.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.promotion.StepObserver;
import dev.headgate.catalog.state.BranchSpec;
import dev.headgate.catalog.state.Participant;
import dev.headgate.catalog.state.Promoted;
import dev.headgate.catalog.state.UnknownOutcomeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is lost at COMMIT: nobody guesses, and the lake tells the truth later. */
abstract class LostCommitSuite {
  private static final String BRANCH = "release-1";
  private static final TableIdentifier TABLE = Accounts.tables(0, 1).get(0);
  private static final int FIRST = 1;
  private static final int SECOND = 2;

  @TempDir Path folder;
  private BreakableLine line;
  private VersionedCatalog lake;
  private AppReleases releases;

  abstract BreakableLine line(Path folder);

  @BeforeEach
  void open() {
    line = line(folder);
    lake = Database.lake(line.dataSource(), folder, StepObserver.NONE);
    releases = new AppReleases(line.dataSource());
    lake.main().createNamespace(Accounts.BANK);
    Accounts.write(lake.main(), TABLE, FIRST);
  }

  @AfterEach
  void close() {
    lake.close();
    line.close();
  }

  /** The promotion's own transaction is the one that breaks: the participant is within it. */
  private void promoteOverBreakingLine(Loss loss) {
    lake.createBranch(BranchSpec.everything(BRANCH));
    Accounts.write(lake.branch(BRANCH), TABLE, SECOND);
    String digest = lake.freeze(BRANCH, "evidence");
    Participant recording = releases.recording(SECOND);
    assertThatThrownBy(
            () ->
                lake.promote(
                    Map.of(BRANCH, digest),
                    "test",
                    (connection, promoted) -> {
                      recording.within(connection, promoted);
                      line.breakAtNextCommit(loss);
                    }))
        .isInstanceOf(UnknownOutcomeException.class);
  }

  private long generation() {
    String value = lake.main().loadTable(TABLE).properties().get(Accounts.GENERATION);
    return Long.parseLong(value);
  }

  private void assertHappened(Optional<Promoted> settled) {
    assertThat(settled).isPresent().isEqualTo(releases.find(SECOND));
    assertThat(generation()).isEqualTo(SECOND);
    assertThat(lake.instantOf(settled.get().version())).isEqualTo(settled.get().lsn());
  }

  private void assertDidNotHappenAndCanBeRepeated(Optional<Promoted> settled) {
    assertThat(settled).isEmpty();
    assertThat(releases.find(SECOND)).isEmpty();
    assertThat(generation()).isEqualTo(FIRST);
    assertThat(lake.versions(5)).isEmpty();

    String digest = lake.freeze(BRANCH, "evidence");
    Promoted again = lake.promote(Map.of(BRANCH, digest), "test", releases.recording(SECOND));
    assertThat(again.version()).isEqualTo(1);
    assertHappened(lake.settle(BRANCH));
  }

  @Test
  void aPromotionWhoseAnswerIsLostHasHappened() {
    promoteOverBreakingLine(Loss.OF_THE_ANSWER);
    assertHappened(lake.settle(BRANCH));
    assertHappened(lake.settle(BRANCH));
  }

  @Test
  void aPromotionWhoseCommitIsLostHasNotHappened() {
    promoteOverBreakingLine(Loss.OF_THE_REQUEST);
    assertThat(lake.settle(BRANCH)).isEmpty();
    assertDidNotHappenAndCanBeRepeated(lake.settle(BRANCH));
  }

  @Test
  void whileTheCommitIsUnderWayThereIsNoAnswerAndThenTheRightOne() throws Exception {
    promoteOverBreakingLine(Loss.UNTIL_LATER);
    CompletableFuture<Optional<Promoted>> settled = settleBeside();
    assertNoAnswerYet(settled);
    line.deliver();
    assertHappened(settled.get(1, TimeUnit.MINUTES));
  }

  @Test
  void onceItIsSettledAsNotHappenedNothingCanCommitItAnyMore() throws Exception {
    promoteOverBreakingLine(Loss.UNTIL_LATER);
    CompletableFuture<Optional<Promoted>> settled = settleBeside();
    assertNoAnswerYet(settled);
    line.lose();
    assertDidNotHappenAndCanBeRepeated(settled.get(1, TimeUnit.MINUTES));
  }

  private CompletableFuture<Optional<Promoted>> settleBeside() {
    assertThat(line.isHolding()).isTrue();
    return CompletableFuture.supplyAsync(() -> lake.settle(BRANCH));
  }

  private static void assertNoAnswerYet(CompletableFuture<?> answer) {
    Awaitility.await()
        .during(1, TimeUnit.SECONDS)
        .atMost(10, TimeUnit.SECONDS)
        .until(() -> !answer.isDone());
  }

  @Test
  void aDirectCommitWhoseAnswerIsLostSucceeds() {
    line.breakAtNextCommit(Loss.OF_THE_ANSWER);
    setOwner();
    assertThat(owner()).isEqualTo("ana");
  }

  @Test
  void aDirectCommitThatIsUnderWayIsWaitedFor() throws Exception {
    line.breakAtNextCommit(Loss.UNTIL_LATER);
    CompletableFuture<Void> commit = CompletableFuture.runAsync(this::setOwner);
    Awaitility.await().atMost(30, TimeUnit.SECONDS).until(line::isHolding);
    assertNoAnswerYet(commit);
    line.deliver();
    commit.get(1, TimeUnit.MINUTES);
    assertThat(owner()).isEqualTo("ana");
  }

  /** The client is told that it is unknown, so that it deletes nothing; and nor do we. */
  @Test
  void aDirectCommitThatIsLostIsUnknownToTheClientAndNoFileIsDeleted() throws IOException {
    long before = metadataFiles();
    line.breakAtNextCommit(Loss.OF_THE_REQUEST);
    assertThatThrownBy(this::setOwner).isInstanceOf(CommitStateUnknownException.class);
    assertThat(owner()).isNull();
    assertThat(metadataFiles()).isEqualTo(before + 1);
    setOwner();
    assertThat(owner()).isEqualTo("ana");
  }

  @Test
  void aCommitToABranchWhoseAnswerIsLostSucceeds() {
    Table onBranch = tableOnBranch();
    line.breakAtNextCommit(Loss.OF_THE_ANSWER);
    onBranch.updateProperties().set("owner", "ana").commit();
    assertThat(ownerOnBranch()).isEqualTo("ana");
    assertThat(owner()).isNull();
  }

  @Test
  void aCommitToABranchThatIsLostIsUnknownToTheClient() {
    UpdateProperties update = tableOnBranch().updateProperties().set("owner", "ana");
    line.breakAtNextCommit(Loss.OF_THE_REQUEST);
    assertThatThrownBy(update::commit).isInstanceOf(CommitStateUnknownException.class);
    assertThat(ownerOnBranch()).isNull();
  }

  private Table tableOnBranch() {
    lake.createBranch(BranchSpec.everything(BRANCH));
    return lake.branch(BRANCH).loadTable(TABLE);
  }

  private String ownerOnBranch() {
    return lake.branch(BRANCH).loadTable(TABLE).properties().get("owner");
  }

  private void setOwner() {
    lake.main().loadTable(TABLE).updateProperties().set("owner", "ana").commit();
  }

  private String owner() {
    return lake.main().loadTable(TABLE).properties().get("owner");
  }

  private long metadataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
      return files.filter(f -> f.toString().endsWith(".metadata.json")).count();
    }
  }
}
