package dev.headgate.model.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The append-only, hash-chained record of decisions: each row's hash covers its content and the
 * hash of the row before.
 */
public interface AuditLog {
  /** Appends one row, in the open transaction; rows are numbered without gaps. */
  void append(Event event);

  /** Rows from the newest, at most {@code limit}. */
  List<Row> list(int limit);

  /** Recomputes the chain; empty if it holds, else what is wrong, and at which row. */
  Optional<String> verify();

  /**
   * One decision.
   *
   * @param actor who; {@code headgate} for the system
   * @param action what, for example {@code release.approved}
   * @param subject on what, for example {@code release 12}
   * @param digest the digest that it is bound to, where there is one
   * @param details why and what else belongs to it
   */
  record Event(
      Instant at,
      String actor,
      String action,
      String subject,
      Optional<String> digest,
      Map<String, String> details) {
    public Event {
      details = Map.copyOf(details);
    }
  }

  /** A stored event. */
  record Row(long number, Event event, String previousHash, String hash) {}
}
