package dev.headgate.model.lake;

import java.util.OptionalLong;

/**
 * The exact state of a table or view at an instant.
 *
 * @param objectId the table's UUID: dropped and made again is another table
 * @param state identifies the state; equal exactly if nothing changed
 * @param snapshotId the current snapshot; empty for a table without one, and for views
 */
public record DatasetState(String objectId, String state, OptionalLong snapshotId) {}
