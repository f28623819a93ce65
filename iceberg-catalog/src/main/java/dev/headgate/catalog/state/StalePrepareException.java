package dev.headgate.catalog.state;

import java.util.List;

/** The final metadata was written for another state of the branch; prepare it again. */
public class StalePrepareException extends RuntimeException {
  public StalePrepareException(String branch, List<Name> names) {
    super(
        "the final metadata of "
            + names
            + " was not written for what branch "
            + branch
            + " is now");
  }
}
