package dev.headgate.model.store;

import dev.headgate.model.policy.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Exceptions, each kept for good. */
public interface WaiverStore {
  /** Adds one and returns it with its id; {@code waiver.id()} is ignored. */
  Waiver add(Waiver waiver);

  Optional<Waiver> find(long id);

  /** Writes when it was revoked. */
  void revoke(long id, Instant at);

  /** All, oldest first. */
  List<Waiver> all();
}
