package dev.headgate.catalog.view;

import dev.headgate.catalog.state.Change;
import dev.headgate.catalog.state.UnknownOutcomeException;
import java.util.List;
import org.apache.iceberg.exceptions.CommitStateUnknownException;

/** Carries out staged changes as one. */
final class Commits {
  private Commits() {}

  /**
   * Swaps all or none. What certainly did not happen leaves no file behind; what is not certain is
   * settled, or thrown as {@link CommitStateUnknownException}.
   */
  static void commit(LakeView view, List<Staged> staged, String cause) {
    List<Change> changes = staged.stream().map(Staged::change).toList();
    try {
      view.commit(changes, cause, handle -> staged.forEach(s -> s.check().accept(handle)));
    } catch (UnknownOutcomeException e) {
      settle(view, staged, e);
    } catch (RuntimeException e) {
      staged.forEach(Staged::undo);
      throw e;
    }
  }

  private static void settle(LakeView view, List<Staged> staged, UnknownOutcomeException cause) {
    boolean happened;
    try {
      Change first = staged.get(0).change();
      happened =
          first.after().isPresent() && view.happened(first.name(), first.after().get().state());
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
      throw new CommitStateUnknownException(cause);
    }
    if (!happened) {
      throw new CommitStateUnknownException(cause);
    }
  }
}
