package dev.headgate.store;

import dev.headgate.model.decision.Decision;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.store.ProductStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * One row for each product, and its requests. Whoever adds a request locks the product's row first,
 * so that requests become visible in the order of their numbers and none slips in before one that
 * was already seen.
 */
final class JdbcProducts implements ProductStore {
  private final Handle handle;

  JdbcProducts(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Pause> pause(ProductName product) {
    return remembered("pause", product, Pause.class);
  }

  @Override
  public void setPause(ProductName product, Optional<Pause> pause) {
    remember("pause", product, pause.map(ModelJson::write).orElse(null));
  }

  @Override
  public Optional<Decided> lastDecision(ProductName product) {
    return remembered("decided", product, Decided.class);
  }

  @Override
  public void recordDecision(ProductName product, Decision decision, Instant at) {
    remember("decided", product, ModelJson.write(new Decided(decision, at)));
  }

  private <T> Optional<T> remembered(String column, ProductName product, Class<T> type) {
    return handle
        .createQuery(
            "SELECT "
                + column
                + " FROM hg_product WHERE product = :product AND "
                + column
                + " IS NOT NULL")
        .bind("product", product.toString())
        .map(ModelJson.column(column, type))
        .findOne();
  }

  private void remember(String column, ProductName product, String json) {
    Writes.put(
        handle,
        () ->
            handle
                .createUpdate(
                    "UPDATE hg_product SET " + column + " = :json WHERE product = :product")
                .bind("json", json)
                .bind("product", product.toString())
                .execute(),
        () ->
            handle
                .createUpdate(
                    "INSERT INTO hg_product (product, " + column + ") VALUES (:product, :json)")
                .bind("json", json)
                .bind("product", product.toString())
                .execute());
  }

  @Override
  public List<Request> pendingRequests(ProductName product) {
    return handle
        .createQuery(
            "SELECT body FROM hg_request WHERE release_id IS NULL AND product = :product"
                + " ORDER BY number")
        .bind("product", product.toString())
        .map(ModelJson.column("body", Request.class))
        .list();
  }

  @Override
  public List<ProductName> productsWithRequests() {
    return handle
        .createQuery(
            "SELECT DISTINCT product FROM hg_request WHERE release_id IS NULL ORDER BY product")
        .map((row, context) -> ProductName.parse(row.getString("product")))
        .list();
  }

  @Override
  public void addRequest(Request request) {
    lock(request.product());
    Writes.unlessTaken(
        handle,
        () ->
            handle
                .createUpdate(
                    "INSERT INTO hg_request (id, product, body) VALUES (:id, :product, :body)")
                .bind("id", request.id())
                .bind("product", request.product().toString())
                .bind("body", ModelJson.write(request))
                .execute());
  }

  private void lock(ProductName product) {
    Writes.put(
        handle,
        () ->
            handle
                .createQuery("SELECT product FROM hg_product WHERE product = :product FOR UPDATE")
                .bind("product", product.toString())
                .mapTo(String.class)
                .list()
                .size(),
        () ->
            handle
                .createUpdate("INSERT INTO hg_product (product) VALUES (:product)")
                .bind("product", product.toString())
                .execute());
  }

  @Override
  public void takeUp(List<Request> requests, long release) {
    if (requests.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            "UPDATE hg_request SET release_id = :release"
                + " WHERE release_id IS NULL AND id IN (<ids>)")
        .bind("release", release)
        .bindList("ids", requests.stream().map(Request::id).toList())
        .execute();
  }
}
