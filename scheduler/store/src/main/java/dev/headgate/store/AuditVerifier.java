package dev.headgate.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Recomputes the chain from its first row to the head, a page at a time. It finds rows that were
 * changed, taken out (also the last ones: the head knows how many there are) or put in. Who can
 * write all tables can still forge a whole new chain: keep a copy of the newest hash elsewhere.
 */
final class AuditVerifier {
  private static final int PAGE = 1000;

  private final Handle handle;

  AuditVerifier(Handle handle) {
    this.handle = handle;
  }

  /** What is wrong first, and at which row; empty if nothing is. Others may append meanwhile. */
  Optional<String> problem() {
    Optional<AuditHead> head = AuditHead.read(handle);
    if (head.isEmpty()) {
      return Optional.of("the head of the chain is gone from hg_audit_head");
    }
    Optional<String> outside = outside();
    if (outside.isPresent()) {
      return outside;
    }
    AuditHead reached = new AuditHead(0, AuditHead.START);
    while (reached.lastNumber() < head.get().lastNumber()) {
      for (AuditRow row : page(reached.lastNumber(), head.get().lastNumber())) {
        Optional<String> problem = problem(reached, row);
        if (problem.isPresent()) {
          return problem;
        }
        reached = new AuditHead(row.number(), row.hash());
      }
      if (reached.lastNumber() < head.get().lastNumber()
          && page(reached.lastNumber(), head.get().lastNumber()).isEmpty()) {
        return missing(reached.lastNumber() + 1);
      }
    }
    return reached.lastHash().equals(head.get().lastHash())
        ? Optional.empty()
        : Optional.of(
            "row "
                + reached.lastNumber()
                + " was replaced: the head of the chain has another hash");
  }

  /** One statement, so that head and rows are seen as of one moment. */
  private Optional<String> outside() {
    return handle
        .createQuery(
            """
            SELECT MIN(a.number) FROM hg_audit a
            WHERE a.number < 1 OR a.number > (SELECT h.last_number FROM hg_audit_head h)
            """)
        .mapTo(Long.class)
        .findOne()
        .map(number -> "row " + number + " was put in: the chain does not reach it");
  }

  private List<AuditRow> page(long after, long last) {
    return handle
        .createQuery(
            "SELECT * FROM hg_audit WHERE number > :after AND number <= :last"
                + " ORDER BY number LIMIT :page")
        .bind("after", after)
        .bind("last", last)
        .bind("page", PAGE)
        .map(AuditRow.MAPPER)
        .list();
  }

  private static Optional<String> problem(AuditHead before, AuditRow row) {
    if (row.number() != before.lastNumber() + 1) {
      return missing(before.lastNumber() + 1);
    }
    if (!row.previousHash().equals(before.lastHash())) {
      return Optional.of(
          "row "
              + row.number()
              + " does not follow the row before it: that one was replaced, or this one");
    }
    if (!row.computedHash().equals(row.hash())) {
      return Optional.of(
          "row " + row.number() + " was changed: its content does not give its hash");
    }
    return Optional.empty();
  }

  private static Optional<String> missing(long number) {
    return Optional.of("row " + number + " is missing");
  }
}
