package dev.headgate.store;

import dev.headgate.model.Digests;
import dev.headgate.model.store.AuditLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A row of {@code hg_audit} as it is stored, and the canonical form that its hash is made of.
 *
 * <p>The hash is SHA-256, in lower-case hex, over these eight texts, each in UTF-8 and preceded by
 * its length in bytes as a decimal number and a colon:
 *
 * <ol>
 *   <li>the previous row's hash; 64 zeros for row 1
 *   <li>the row's number, decimal
 *   <li>the time, as whole microseconds since 1970-01-01T00:00:00Z, decimal
 *   <li>the actor
 *   <li>the action
 *   <li>the subject
 *   <li>the digest preceded by {@code =}; nothing at all where there is none
 *   <li>the details, exactly as they are in the column: a JSON object, keys sorted, no white space
 * </ol>
 */
record AuditRow(
    long number,
    Instant at,
    String actor,
    String action,
    String subject,
    Optional<String> digest,
    String details,
    String previousHash,
    String hash) {
  static final RowMapper<AuditRow> MAPPER =
      (row, context) ->
          new AuditRow(
              row.getLong("number"),
              Micros.read(row, "happened_at"),
              row.getString("actor"),
              row.getString("action"),
              row.getString("subject"),
              Optional.ofNullable(row.getString("digest")),
              row.getString("details"),
              row.getString("previous_hash"),
              row.getString("hash"));

  /** The row for {@code event} that comes after the one with this number and hash. */
  static AuditRow following(
      long lastNumber, String lastHash, AuditLog.Event event, String details) {
    AuditRow unhashed =
        new AuditRow(
            lastNumber + 1,
            event.at(),
            event.actor(),
            event.action(),
            event.subject(),
            event.digest(),
            details,
            lastHash,
            "");
    return unhashed.withHash(unhashed.computedHash());
  }

  String computedHash() {
    return Digests.ofAll(
        List.of(
            previousHash,
            Long.toString(number),
            Long.toString(Micros.sinceEpoch(at)),
            actor,
            action,
            subject,
            digest.map(d -> "=" + d).orElse(""),
            details));
  }

  AuditLog.Row toRow() {
    return new AuditLog.Row(
        number,
        new AuditLog.Event(at, actor, action, subject, digest, ModelJson.readTexts(details)),
        previousHash,
        hash);
  }

  private AuditRow withHash(String newHash) {
    return new AuditRow(number, at, actor, action, subject, digest, details, previousHash, newHash);
  }
}
