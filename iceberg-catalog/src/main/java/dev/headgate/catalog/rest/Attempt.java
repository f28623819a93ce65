package dev.headgate.catalog.rest;

import dev.headgate.catalog.state.RequestKeys;
import dev.headgate.catalog.view.Commitment;
import java.util.Optional;
import java.util.UUID;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.exceptions.UnprocessableEntityException;
import org.apache.iceberg.rest.RESTUtil;
import org.jdbi.v3.core.Handle;

/**
 * One try of one request to change the lake. Knows how far it came, and writes the key that the
 * client gave it, if any, in the transaction that carries it out.
 */
final class Attempt implements Commitment {
  private final RequestKeys keys;
  private final String warehouse;
  private final Optional<String> key;
  private final String digest;
  private boolean begun;
  private boolean done;

  Attempt(RequestKeys keys, Call call) {
    this.keys = keys;
    this.warehouse = call.session().warehouse();
    this.key = call.header(RESTUtil.IDEMPOTENCY_KEY_HEADER).map(Attempt::checked);
    this.digest = digest(call);
  }

  private static String checked(String key) {
    try {
      return UUID.fromString(key).toString();
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e, "Idempotency-Key is '%s', expected a UUID", key);
    }
  }

  private static String digest(Call call) {
    Sha256 digest = new Sha256().put(call.http().getMethod()).put(call.http().getRequestURI());
    return call.body().putInto(digest).hex();
  }

  @Override
  public void within(Handle handle) {
    begun = true;
    key.ifPresent(k -> keys.record(handle, warehouse, k, digest));
  }

  @Override
  public void done() {
    done = true;
  }

  /** Whether a transaction came so far that its outcome may be in doubt. */
  boolean hasBegun() {
    return begun;
  }

  /** Whether the request was carried out: by this attempt, or by another with the same key. */
  boolean isDone() {
    return done || wasDone();
  }

  private boolean wasDone() {
    Optional<String> found = key.flatMap(k -> keys.find(warehouse, k));
    if (found.isPresent() && !found.get().equals(digest)) {
      throw new UnprocessableEntityException(
          "Idempotency-Key %s was used for another request", key.get());
    }
    return found.isPresent();
  }
}
