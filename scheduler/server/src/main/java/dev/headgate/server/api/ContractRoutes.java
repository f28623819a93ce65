package dev.headgate.server.api;

import dev.headgate.definitions.contract.FirstContract;
import dev.headgate.engine.Engine;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.contract.Majors;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.lake.TableDescription;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Release;
import dev.headgate.server.http.Actors;
import dev.headgate.server.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What consumers say about contracts, and first ones for tables. */
final class ContractRoutes implements Routes {
  private final Engine engine;
  private final Lake lake;

  @Inject
  ContractRoutes(Engine engine, Lake lake) {
    this.engine = engine;
    this.lake = lake;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/contracts/{dataset}/accept", this::accept);
    routes.get("/api/v1/contracts/{dataset}/draft", this::draft);
  }

  private void draft(Context context) {
    DatasetName dataset = DatasetName.parse(context.pathParam("dataset"));
    String at = Optional.ofNullable(context.queryParam("at")).orElse("main");
    TableDescription table =
        lake.describe(at, dataset)
            .orElseThrow(
                () ->
                    new HeadgateException(
                        ErrorCode.NOT_FOUND, "there is no table " + dataset + " in " + at));
    context.json(new Draft(dataset.toString(), FirstContract.of(dataset, table)));
  }

  private void accept(Context context) {
    Accept body = context.bodyAsClass(Accept.class);
    DatasetName dataset = DatasetName.parse(context.pathParam("dataset"));
    ProductName consumer = ProductName.parse(Arguments.required("consumer", body.consumer()));
    int major = Majors.parse(Arguments.required("major", body.major())).from();
    Engine.Accepted done = engine.accept(dataset, major, consumer, Actors.of(context));
    context.json(new Accepted(done.judgedAgain().stream().map(Release::id).toList(), done.notes()));
  }

  /** A consumer's yes. */
  record Accept(String major, String consumer) {}

  /** The releases that are judged again because of it, and what still stops the consumer. */
  record Accepted(List<Long> judgedAgain, List<String> notes) {}

  /** A first contract, as YAML. */
  record Draft(String dataset, String contract) {}
}
