package dev.headgate.catalog.rest;

import static dev.headgate.catalog.rest.Route.Kind.READ;
import static dev.headgate.catalog.rest.Route.Kind.WRITE;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.view.LakeCatalog;
import java.util.List;
import java.util.function.Function;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.requests.CreateViewRequest;
import org.apache.iceberg.rest.requests.RegisterViewRequest;
import org.apache.iceberg.rest.requests.RenameTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ListTablesResponse;
import org.apache.iceberg.rest.responses.LoadViewResponse;
import org.apache.iceberg.view.SQLViewRepresentation;

/** Iceberg views. */
final class ViewEndpoints {
  private final VersionedCatalog lake;
  private final Writes writes;

  ViewEndpoints(VersionedCatalog lake, Writes writes) {
    this.lake = lake;
    this.writes = writes;
  }

  List<Route> routes() {
    return List.of(
        new Route(Endpoint.V1_LIST_VIEWS, READ, this::list),
        new Route(Endpoint.V1_LOAD_VIEW, READ, this::load),
        new Route(Endpoint.V1_VIEW_EXISTS, READ, this::exists),
        new Route(Endpoint.V1_CREATE_VIEW, WRITE, this::create),
        new Route(Endpoint.V1_UPDATE_VIEW, WRITE, this::update),
        new Route(Endpoint.V1_DELETE_VIEW, WRITE, this::drop),
        new Route(Endpoint.V1_RENAME_VIEW, WRITE, this::rename),
        new Route(Endpoint.V1_REGISTER_VIEW, WRITE, this::register));
  }

  private LakeCatalog read(Call call) {
    return lake.views().openToRead(call.session().warehouse());
  }

  private Reply list(Call call) {
    Pages.Page<TableIdentifier> page =
        Pages.of(read(call).listViews(call.namespace()), TableIdentifier::name, call.query());
    return Reply.ok(
        ListTablesResponse.builder().addAll(page.items()).nextPageToken(page.next()).build());
  }

  private Reply load(Call call) {
    return Reply.ok(CatalogHandlers.loadView(read(call), call.view()));
  }

  private Reply exists(Call call) {
    CatalogHandlers.viewExists(read(call), call.view());
    return Reply.done();
  }

  private Reply create(Call call) {
    CreateViewRequest request = call.message(CreateViewRequest.class);
    TableIdentifier view = Names.identifier(call.namespace(), request.name());
    request
        .viewVersion()
        .representations()
        .forEach(
            representation -> {
              if (!(representation instanceof SQLViewRepresentation)) {
                throw new BadRequestException(
                    "a view's representation is of type '%s', expected sql", representation.type());
              }
            });
    return run(call, view, c -> CatalogHandlers.createView(c, view.namespace(), request));
  }

  private Reply update(Call call) {
    UpdateTableRequest request = call.message(UpdateTableRequest.class);
    TableIdentifier view = call.view();
    return run(call, view, catalog -> CatalogHandlers.updateView(catalog, view, request));
  }

  private Reply register(Call call) {
    RegisterViewRequest request = call.message(RegisterViewRequest.class);
    TableIdentifier view = Names.identifier(call.namespace(), request.name());
    Registrations.check(request, call.session().warehouse());
    return run(call, view, c -> CatalogHandlers.registerView(c, view.namespace(), request));
  }

  private Reply run(
      Call call, TableIdentifier view, Function<LakeCatalog, LoadViewResponse> change) {
    return writes.run(
        call,
        new Writes.Action() {
          @Override
          public Reply first(LakeCatalog catalog) {
            return Reply.ok(change.apply(catalog));
          }

          @Override
          public Reply again(LakeCatalog catalog) {
            return Reply.ok(CatalogHandlers.loadView(catalog, view));
          }
        });
  }

  private Reply drop(Call call) {
    TableIdentifier view = call.view();
    return writes.run(call, Once.of(catalog -> CatalogHandlers.dropView(catalog, view)));
  }

  private Reply rename(Call call) {
    RenameTableRequest request = call.message(RenameTableRequest.class);
    Names.checked(request.source());
    Names.checked(request.destination());
    return writes.run(call, Once.of(catalog -> CatalogHandlers.renameView(catalog, request)));
  }
}
