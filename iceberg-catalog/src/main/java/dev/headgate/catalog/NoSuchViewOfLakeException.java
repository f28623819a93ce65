package dev.headgate.catalog;

/** A warehouse was named that shows nothing. */
public class NoSuchViewOfLakeException extends RuntimeException {
  public NoSuchViewOfLakeException(String warehouse) {
    super(
        "there is no warehouse '"
            + warehouse
            + "': expected main, pinned, version-<n>, release-<id> or sandbox-<name>");
  }
}
