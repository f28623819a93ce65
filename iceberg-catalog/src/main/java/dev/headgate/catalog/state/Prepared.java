package dev.headgate.catalog.state;

/**
 * Final metadata that was written for a table or view of a branch.
 *
 * @param from the branch's state that it was made from
 * @param location where it is
 */
public record Prepared(Name name, String from, String location) {}
