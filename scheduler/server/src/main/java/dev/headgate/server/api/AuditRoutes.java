package dev.headgate.server.api;

import dev.headgate.model.store.AuditLog;
import dev.headgate.model.store.Store;
import dev.headgate.server.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The record of decisions. */
final class AuditRoutes implements Routes {
  private final Store store;

  @Inject
  AuditRoutes(Store store) {
    this.store = store;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/audit", this::list);
    routes.get("/api/v1/audit/verify", this::verify);
  }

  private void list(Context context) {
    int limit = Arguments.limit(context);
    context.json(
        store.transact(transaction -> transaction.audit().list(limit)).stream()
            .map(AuditView::of)
            .toList());
  }

  private void verify(Context context) {
    Optional<String> broken = store.transact(transaction -> transaction.audit().verify());
    long newest =
        store.transact(transaction -> transaction.audit().list(1)).stream()
            .mapToLong(AuditLog.Row::number)
            .findFirst()
            .orElse(0);
    context.json(new VerifiedView(broken.isEmpty(), newest, broken));
  }

  /** One row. */
  record AuditView(
      long number,
      Instant at,
      String actor,
      String action,
      String subject,
      Optional<String> digest,
      Map<String, String> details,
      String hash) {
    static AuditView of(AuditLog.Row row) {
      return new AuditView(
          row.number(),
          row.event().at(),
          row.event().actor(),
          row.event().action(),
          row.event().subject(),
          row.event().digest(),
          row.event().details(),
          row.hash());
    }
  }

  /** Whether the chain holds; what is wrong if not. */
  record VerifiedView(boolean holds, long rows, Optional<String> problem) {}
}
