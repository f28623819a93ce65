package dev.headgate.catalog.state;

/** The branch is being judged, and read-only for good. */
public class BranchFrozenException extends RuntimeException {
  public BranchFrozenException(String branch) {
    super("branch " + branch + " is frozen: it is being judged and can no longer be written");
  }
}
