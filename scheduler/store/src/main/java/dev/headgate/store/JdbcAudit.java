package dev.headgate.store;

import dev.headgate.model.store.AuditLog;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The audit log. Whoever appends locks the row of the chain's head until the end of the
 * transaction: numbers have no gaps, and appends are one after the other, so append late.
 */
final class JdbcAudit implements AuditLog {
  private final Handle handle;

  JdbcAudit(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void append(Event event) {
    AuditHead head = AuditHead.locked(handle);
    AuditRow row =
        AuditRow.following(
            head.lastNumber(),
            head.lastHash(),
            new Event(
                Micros.cut(event.at()),
                event.actor(),
                event.action(),
                event.subject(),
                event.digest(),
                event.details()),
            ModelJson.write(new TreeMap<>(event.details())));
    handle
        .createUpdate(
            """
            INSERT INTO hg_audit (number, happened_at, actor, action, subject, digest, details,
              previous_hash, hash)
            VALUES (:number, :at, :actor, :action, :subject, :digest, :details, :previous, :hash)
            """)
        .bind("number", row.number())
        .bind("at", Micros.column(row.at()))
        .bind("actor", row.actor())
        .bind("action", row.action())
        .bind("subject", row.subject())
        .bind("digest", row.digest().orElse(null))
        .bind("details", row.details())
        .bind("previous", row.previousHash())
        .bind("hash", row.hash())
        .execute();
    new AuditHead(row.number(), row.hash()).write(handle);
  }

  @Override
  public List<Row> list(int limit) {
    return handle
        .createQuery("SELECT * FROM hg_audit ORDER BY number DESC LIMIT :limit")
        .bind("limit", limit)
        .map(AuditRow.MAPPER)
        .map(AuditRow::toRow)
        .list();
  }

  @Override
  public Optional<String> verify() {
    return new AuditVerifier(handle).problem();
  }
}
