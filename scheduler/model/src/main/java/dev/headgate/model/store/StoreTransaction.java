package dev.headgate.model.store;

/** One open transaction; not for keeping beyond it, not for use by several threads. */
public interface StoreTransaction {
  DefinitionStore definitions();

  ProductStore products();

  ReleaseStore releases();

  RunStore runs();

  default WaiverStore waivers() {
    throw new UnsupportedOperationException();
  }

  default MetricStore metrics() {
    throw new UnsupportedOperationException();
  }

  default AcceptanceStore acceptances() {
    throw new UnsupportedOperationException();
  }

  default BreachStore breaches() {
    throw new UnsupportedOperationException();
  }

  AuditLog audit();

  Outbox outbox();
}
