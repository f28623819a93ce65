package dev.headgate.catalog.state;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Requests that were carried out, by the key that their clients repeat them with. A key is written
 * in the transaction that it is about: it is there if, and only if, that was committed.
 */
public final class RequestKeys {
  private final LakeState state;

  public RequestKeys(LakeState state) {
    this.state = state;
  }

  /** The digest of the request that was carried out under a key of this warehouse. */
  public Optional<String> find(String warehouse, String key) {
    return state.database().read(handle -> find(handle, warehouse, key));
  }

  /**
   * Writes a key while the view's lock is held.
   *
   * @throws DoneBeforeException if it is there already: this transaction must not happen
   */
  public void record(Handle handle, String warehouse, String key, String digest) {
    if (find(handle, warehouse, key).isPresent()) {
      throw new DoneBeforeException(key);
    }
    handle
        .createUpdate(
            "INSERT INTO lake_request (warehouse, request_key, digest, at_millis)"
                + " VALUES (:warehouse, :key, :digest, :at)")
        .bind("warehouse", warehouse)
        .bind("key", key)
        .bind("digest", digest)
        .bind("at", state.nowMillis())
        .execute();
  }

  /** Forgets keys that are older than {@code millis}. */
  public void forgetOlderThan(long millis) {
    state
        .database()
        .write(
            handle ->
                handle
                    .createUpdate("DELETE FROM lake_request WHERE at_millis < :before")
                    .bind("before", state.nowMillis() - millis)
                    .execute());
  }

  private static Optional<String> find(Handle handle, String warehouse, String key) {
    return handle
        .createQuery(
            "SELECT digest FROM lake_request WHERE warehouse = :warehouse AND request_key = :key")
        .bind("warehouse", warehouse)
        .bind("key", key)
        .mapTo(String.class)
        .findOne();
  }
}
