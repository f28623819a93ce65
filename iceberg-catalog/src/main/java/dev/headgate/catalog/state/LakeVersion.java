package dev.headgate.catalog.state;

/**
 * A lake version, as {@code version-<n>} shows it.
 *
 * @param number the n
 * @param lsn the instant that it is
 * @param atMillis when it was promoted, since the epoch
 * @param cause what was promoted, for people
 */
public record LakeVersion(long number, long lsn, long atMillis, String cause) {}
