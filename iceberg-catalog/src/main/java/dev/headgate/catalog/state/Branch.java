package dev.headgate.catalog.state;

import java.util.Optional;

/**
 * A writable version of the whole lake.
 *
 * @param name the warehouse that shows it, for example {@code release-12} or {@code sandbox-ana}
 * @param baseLsn the instant that it starts at
 * @param position counts its own changes
 * @param scopeAll whether any name may be written; else those of its scope
 * @param guard the name of the guard that may refuse a commit; empty: none
 * @param digest of what would be promoted; set while it is frozen
 */
public record Branch(
    long id,
    String name,
    long baseLsn,
    long position,
    Status status,
    boolean scopeAll,
    Optional<String> guard,
    Optional<String> evidence,
    Optional<String> digest) {

  /** What may be done with a branch. */
  public enum Status {
    /** Read and written. */
    OPEN,
    /** Read only: judged, and perhaps promoted as it is. */
    FROZEN,
    /** Its state became main's; neither read nor written. */
    PROMOTED,
    /** Given up; neither read nor written, and collected. */
    DISCARDED;

    /** Whether it can still be read. */
    public boolean isLive() {
      return this == OPEN || this == FROZEN;
    }
  }

  /** Whether it is a developer's, which is never promoted. */
  public boolean isSandbox() {
    return name.startsWith("sandbox-");
  }

  /**
   * The name of the Iceberg branch, and later the tag, that marks it in its tables: {@code
   * release_12}.
   */
  public String refName() {
    return name.replace('-', '_');
  }

  /** Whether this can be the {@link #refName} of a release's branch. */
  public static boolean isRefName(String ref) {
    return ref.startsWith("release_");
  }
}
