package dev.headgate.catalog.rest;

import static dev.headgate.catalog.rest.Route.Kind.WRITE;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.view.LakeCatalog;
import java.util.List;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.RegisterTableRequest;
import org.apache.iceberg.rest.requests.RenameTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.LoadTableResponse;

/** Tables, for who writes one at a time. */
final class TableWriteEndpoints {
  private final VersionedCatalog lake;
  private final Writes writes;

  TableWriteEndpoints(VersionedCatalog lake, Writes writes) {
    this.lake = lake;
    this.writes = writes;
  }

  List<Route> routes() {
    return List.of(
        new Route(Endpoint.V1_CREATE_TABLE, WRITE, this::create),
        new Route(Endpoint.V1_UPDATE_TABLE, WRITE, this::update),
        new Route(Endpoint.V1_DELETE_TABLE, WRITE, this::drop),
        new Route(Endpoint.V1_RENAME_TABLE, WRITE, this::rename),
        new Route(Endpoint.V1_REGISTER_TABLE, WRITE, this::register));
  }

  static Reply reply(LoadTableResponse response) {
    return Reply.ok(response, ETags.of(response.tableMetadata(), SnapshotMode.ALL.name()));
  }

  static Reply load(LakeCatalog catalog, TableIdentifier table) {
    return reply(CatalogHandlers.loadTable(catalog, table, SnapshotMode.ALL));
  }

  private Reply create(Call call) {
    CreateTableRequest request = call.message(CreateTableRequest.class);
    request.validate();
    TableIdentifier table = Names.identifier(call.namespace(), request.name());
    if (request.stageCreate()) {
      return stage(call, table, request);
    }
    return writes.run(
        call,
        new TableAction(
            table,
            catalog -> CatalogHandlers.createTable(catalog, table.namespace(), request),
            catalog -> false));
  }

  /** Nothing is made yet; the client is told where its files are to go. */
  private Reply stage(Call call, TableIdentifier table, CreateTableRequest request) {
    Session session = call.session();
    session.checkMayWrite();
    LakeCatalog catalog =
        lake.views().openToWrite(session.warehouse(), session.grant(), Untouched.INSTANCE);
    catalog.loadNamespaceMetadata(table.namespace());
    catalog.checkMayWrite(table);
    TableMetadata staged =
        CatalogHandlers.stageTableCreate(catalog, table.namespace(), request).tableMetadata();
    catalog.checkStaged(table, staged);
    return Reply.ok(
        LoadTableResponse.builder().withTableMetadata(catalog.served(table, staged)).build());
  }

  private Reply update(Call call) {
    UpdateTableRequest request = call.message(UpdateTableRequest.class);
    TableIdentifier table = call.table();
    return writes.run(
        call,
        new TableAction(
            table,
            catalog -> CatalogHandlers.updateTable(catalog, table, request),
            catalog -> Replays.happened(catalog, table, request)));
  }

  private Reply register(Call call) {
    RegisterTableRequest request = call.message(RegisterTableRequest.class);
    TableIdentifier table = Names.identifier(call.namespace(), request.name());
    Registrations.check(request, call.session().warehouse());
    return writes.run(
        call,
        new TableAction(
            table,
            catalog -> CatalogHandlers.registerTable(catalog, table.namespace(), request),
            catalog -> false));
  }

  private Reply drop(Call call) {
    TableIdentifier table = call.table();
    return writes.run(call, Once.of(catalog -> CatalogHandlers.dropTable(catalog, table)));
  }

  private Reply rename(Call call) {
    RenameTableRequest request = call.message(RenameTableRequest.class);
    Names.checked(request.source());
    Names.checked(request.destination());
    return writes.run(call, Once.of(catalog -> CatalogHandlers.renameTable(catalog, request)));
  }
}
