package dev.headgate.model.store;

/** One open transaction; not for keeping beyond it, not for use by several threads. */
public interface StoreTransaction {
  DefinitionStore definitions();

  ProductStore products();

  ReleaseStore releases();

  RunStore runs();

  WaiverStore waivers();

  MetricStore metrics();

  AcceptanceStore acceptances();

  BreachStore breaches();

  AnalysisStore analyses();

  AuditLog audit();

  Outbox outbox();
}
