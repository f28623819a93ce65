package dev.headgate.catalog.state;

/** There is no such branch. */
public class NoSuchBranchException extends RuntimeException {
  public NoSuchBranchException(String branch) {
    super("there is no branch " + branch);
  }
}
