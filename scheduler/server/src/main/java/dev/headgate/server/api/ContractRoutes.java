package dev.headgate.server.api;

import dev.headgate.engine.Engine;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.server.http.Actors;
import dev.headgate.server.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;

/** What consumers say about contracts. */
final class ContractRoutes implements Routes {
  private final Engine engine;

  @Inject
  ContractRoutes(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/contracts/{dataset}/accept", this::accept);
  }

  private void accept(Context context) {
    Accept body = context.bodyAsClass(Accept.class);
    DatasetName dataset = DatasetName.parse(context.pathParam("dataset"));
    ProductName consumer = ProductName.parse(Arguments.required("consumer", body.consumer()));
    int major = Majors.parse(Arguments.required("major", body.major())).from();
    List<Release> again = engine.accept(dataset, major, consumer, Actors.of(context));
    context.json(new Accepted(again.stream().map(Release::id).toList()));
  }

  /** A consumer's yes. */
  record Accept(String major, String consumer) {}

  /** The releases that are judged again because of it. */
  record Accepted(List<Long> judgedAgain) {}
}
