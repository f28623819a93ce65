package dev.headgate.store;

import dev.headgate.model.store.AcceptanceStore;
import dev.headgate.model.store.AnalysisStore;
import dev.headgate.model.store.AuditLog;
import dev.headgate.model.store.BreachStore;
import dev.headgate.model.store.DefinitionStore;
import dev.headgate.model.store.MetricStore;
import dev.headgate.model.store.Outbox;
import dev.headgate.model.store.ProductStore;
import dev.headgate.model.store.ReleaseStore;
import dev.headgate.model.store.RunStore;
import dev.headgate.model.store.StoreTransaction;
import dev.headgate.model.store.WaiverStore;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** All ports on one handle, whose transaction someone else begins and ends. */
record JdbcTransaction(
    DefinitionStore definitions,
    ProductStore products,
    ReleaseStore releases,
    RunStore runs,
    WaiverStore waivers,
    MetricStore metrics,
    AcceptanceStore acceptances,
    BreachStore breaches,
    AnalysisStore analyses,
    AuditLog audit,
    Outbox outbox)
    implements StoreTransaction {
  JdbcTransaction(Handle handle, Dialect dialect, Clock clock, NewestDefinitions newest) {
    this(
        new JdbcDefinitions(handle, clock, newest),
        new JdbcProducts(handle),
        new JdbcReleases(handle, dialect),
        new JdbcRuns(handle),
        new JdbcWaivers(handle),
        new JdbcMetrics(handle),
        new JdbcAcceptances(handle),
        new JdbcBreaches(handle),
        new JdbcAnalyses(handle),
        new JdbcAudit(handle),
        new JdbcOutbox(handle, clock));
  }
}
