package dev.headgate.store;

import dev.headgate.model.store.AuditLog;
import dev.headgate.model.store.DefinitionStore;
import dev.headgate.model.store.Outbox;
import dev.headgate.model.store.ProductStore;
import dev.headgate.model.store.ReleaseStore;
import dev.headgate.model.store.RunStore;
import dev.headgate.model.store.StoreTransaction;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** All ports on one handle, whose transaction someone else begins and ends. */
record JdbcTransaction(
    DefinitionStore definitions,
    ProductStore products,
    ReleaseStore releases,
    RunStore runs,
    AuditLog audit,
    Outbox outbox)
    implements StoreTransaction {
  JdbcTransaction(Handle handle, Dialect dialect, Clock clock, NewestDefinitions newest) {
    this(
        new JdbcDefinitions(handle, clock, newest),
        new JdbcProducts(handle),
        new JdbcReleases(handle, dialect),
        new JdbcRuns(handle),
        new JdbcAudit(handle),
        new JdbcOutbox(handle, clock));
  }
}
