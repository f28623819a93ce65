package dev.headgate.store;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The end of the chain: the last row's number and hash; 0 and {@link #START} before the first. */
record AuditHead(long lastNumber, String lastHash) {
  /** What the first row's previous hash is. */
  static final String START = "0".repeat(64);

  /** The head, locked until the transaction ends. */
  static AuditHead locked(Handle handle) {
    return read(handle, " FOR UPDATE")
        .orElseThrow(
            () ->
                new HeadgateException(
                    ErrorCode.INTERNAL,
                    "the audit log's head row is gone from hg_audit_head; nothing can be recorded"));
  }

  static Optional<AuditHead> read(Handle handle) {
    return read(handle, "");
  }

  private static Optional<AuditHead> read(Handle handle, String lock) {
    return handle
        .createQuery("SELECT last_number, last_hash FROM hg_audit_head WHERE id = 1" + lock)
        .map(
            (row, context) -> new AuditHead(row.getLong("last_number"), row.getString("last_hash")))
        .findOne();
  }

  void write(Handle handle) {
    handle
        .createUpdate(
            "UPDATE hg_audit_head SET last_number = :number, last_hash = :hash WHERE id = 1")
        .bind("number", lastNumber)
        .bind("hash", lastHash)
        .execute();
  }
}
