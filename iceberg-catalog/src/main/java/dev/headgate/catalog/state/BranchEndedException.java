package dev.headgate.catalog.state;

/** The branch was promoted or given up: it can be neither read, written nor forked. */
public class BranchEndedException extends RuntimeException {
  public BranchEndedException(Branch branch) {
    super(
        "branch "
            + branch.name()
            + " has ended: it was "
            + (branch.status() == Branch.Status.PROMOTED
                ? "promoted, read main, pinned or a version instead"
                : "discarded"));
  }
}
