package dev.headgate.catalog.promotion;

import dev.headgate.catalog.file.Layout;
import dev.headgate.catalog.file.MetadataFiles;
import dev.headgate.catalog.state.Branch;
import dev.headgate.catalog.state.LakeState;
import dev.headgate.catalog.state.NoSuchBranchException;
import dev.headgate.catalog.state.Participant;
import dev.headgate.catalog.state.Prepared;
import dev.headgate.catalog.state.Promoted;
import dev.headgate.catalog.state.Promotions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/**
 * Promotes in two steps: prepare writes final metadata, with no lock held; commit swaps, with no
 * other I/O.
 */
public final class Promoter {
  private final LakeState state;
  private final Promotions promotions;
  private final Preparation preparation;
  private final StepObserver observer;

  public Promoter(
      LakeState state,
      MetadataFiles files,
      Layout layout,
      ExecutorService executor,
      StepObserver observer) {
    this.state = state;
    this.promotions = new Promotions(state);
    this.preparation = new Preparation(files, layout, executor);
    this.observer = observer;
  }

  /** See {@link Promotions#promote}. */
  public Promoted promote(Map<String, String> digests, String cause, Participant participant) {
    for (String branch : digests.keySet()) {
      prepare(branch);
    }
    return commit(digests, cause, participant);
  }

  /** Writes the final metadata of a branch; without effect on anyone. */
  public void prepare(String name) {
    Branch branch = state.findBranch(name).orElseThrow(() -> new NoSuchBranchException(name));
    observer.reached(name, Step.BEFORE_PREPARE);
    List<Prepared> prepared = preparation.prepare(branch, state.forks(name), state.nowMillis());
    observer.reached(name, Step.FILES_WRITTEN);
    promotions.recordPrepared(name, prepared);
    observer.reached(name, Step.PREPARED);
  }

  /** Swaps what was prepared: one SQL transaction. */
  public Promoted commit(Map<String, String> digests, String cause, Participant participant) {
    Promoted promoted =
        promotions.promote(
            digests,
            cause,
            (connection, outcome) -> {
              participant.within(connection, outcome);
              digests.keySet().forEach(b -> observer.reached(b, Step.BEFORE_COMMIT));
            });
    digests.keySet().forEach(b -> observer.reached(b, Step.COMMITTED));
    return promoted;
  }
}
