package dev.headgate.catalog.state;

/** A promotion that happened: the instant that it is, and the n of {@code version-<n>}. */
public record Promoted(long lsn, long version) {}
