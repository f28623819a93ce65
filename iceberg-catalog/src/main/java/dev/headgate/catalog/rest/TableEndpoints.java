package dev.headgate.catalog.rest;

import static dev.headgate.catalog.rest.Route.Kind.READ;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.view.LakeCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.requests.ReportMetricsRequest;
import org.apache.iceberg.rest.responses.ListTablesResponse;
import org.apache.iceberg.rest.responses.LoadTableResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables, for who reads. */
final class TableEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(TableEndpoints.class);
  private final VersionedCatalog lake;

  TableEndpoints(VersionedCatalog lake) {
    this.lake = lake;
  }

  List<Route> routes() {
    return List.of(
        new Route(Endpoint.V1_LIST_TABLES, READ, this::list),
        new Route(Endpoint.V1_LOAD_TABLE, READ, this::load),
        new Route(Endpoint.V1_TABLE_EXISTS, READ, this::exists),
        new Route(Endpoint.V1_REPORT_METRICS, READ, TableEndpoints::metrics));
  }

  private LakeCatalog read(Call call) {
    return lake.views().openToRead(call.session().warehouse());
  }

  private Reply list(Call call) {
    Pages.Page<TableIdentifier> page =
        Pages.of(read(call).listTables(call.namespace()), TableIdentifier::name, call.query());
    return Reply.ok(
        ListTablesResponse.builder().addAll(page.items()).nextPageToken(page.next()).build());
  }

  private Reply load(Call call) {
    SnapshotMode mode =
        call.query().find("snapshots").map(TableEndpoints::mode).orElse(SnapshotMode.ALL);
    LoadTableResponse response = CatalogHandlers.loadTable(read(call), call.table(), mode);
    String etag = ETags.of(response.tableMetadata(), mode.name());
    Optional<String> known = call.header("If-None-Match");
    return known.filter(header -> ETags.matches(header, etag)).isPresent()
        ? Reply.notModified(etag)
        : Reply.ok(response, etag);
  }

  private static SnapshotMode mode(String name) {
    for (SnapshotMode mode : SnapshotMode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(name)) {
        return mode;
      }
    }
    throw new BadRequestException("snapshots is '%s', expected all or refs", name);
  }

  private Reply exists(Call call) {
    CatalogHandlers.tableExists(read(call), call.table());
    return Reply.done();
  }

  private static Reply metrics(Call call) {
    ReportMetricsRequest request = call.message(ReportMetricsRequest.class);
    LOG.debug("{} {}: {}", call.session().warehouse(), call.table(), request.report());
    return Reply.done();
  }
}
