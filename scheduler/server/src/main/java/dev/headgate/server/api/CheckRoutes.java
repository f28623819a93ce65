package dev.headgate.server.api;

import dev.headgate.engine.CheckedProduct;
import dev.headgate.engine.Engine;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.ProductName;
import dev.headgate.server.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** {@code check}: what judges would say now. */
final class CheckRoutes implements Routes {
  private final Engine engine;
  private final Uploads uploads;

  @Inject
  CheckRoutes(Engine engine, Uploads uploads) {
    this.engine = engine;
    this.uploads = uploads;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/checks", this::check);
  }

  private void check(Context context) throws InterruptedException {
    Asked asked = context.bodyAsClass(Asked.class);
    Optional<Definitions> definitions = Optional.ofNullable(asked.definitions()).map(uploads::read);
    Optional<ProductName> product = Optional.ofNullable(asked.product()).map(ProductName::parse);
    String view = asked.at() == null ? "main" : asked.at();
    List<CheckedProduct> checked = engine.check(definitions, product, view);
    Engine.WaiverReport report = engine.waivers(Optional.empty());
    context.json(CheckedView.of(checked, report.waivers(), report.at()));
  }

  /**
   * What to judge.
   *
   * @param at the view; {@code main} if null
   * @param product only this one; null: of a release's branch its product, else all
   * @param definitions to judge by; null: what was applied
   */
  record Asked(String at, String product, Upload definitions) {}
}
