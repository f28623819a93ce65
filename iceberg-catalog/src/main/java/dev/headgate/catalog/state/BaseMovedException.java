package dev.headgate.catalog.state;

import java.util.List;

/** Main no longer shows what the branch started from, so nothing was promoted. */
public class BaseMovedException extends RuntimeException {
  private final transient List<Name> names;

  public BaseMovedException(String branch, List<Name> names) {
    super(
        "main has moved since branch "
            + branch
            + " was made: "
            + names
            + "; build again on a fresh branch");
    this.names = List.copyOf(names);
  }

  /** What moved. */
  public List<Name> names() {
    return names;
  }
}
