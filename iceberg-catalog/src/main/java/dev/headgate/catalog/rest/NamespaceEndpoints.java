package dev.headgate.catalog.rest;

import static dev.headgate.catalog.rest.Route.Kind.READ;
import static dev.headgate.catalog.rest.Route.Kind.WRITE;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.view.LakeCatalog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.UpdateNamespacePropertiesRequest;
import org.apache.iceberg.rest.responses.CreateNamespaceResponse;
import org.apache.iceberg.rest.responses.ListNamespacesResponse;
import org.apache.iceberg.rest.responses.UpdateNamespacePropertiesResponse;

/** Namespaces. */
final class NamespaceEndpoints {
  private final VersionedCatalog lake;
  private final Writes writes;

  NamespaceEndpoints(VersionedCatalog lake, Writes writes) {
    this.lake = lake;
    this.writes = writes;
  }

  List<Route> routes() {
    return List.of(
        new Route(Endpoint.V1_LIST_NAMESPACES, READ, this::list),
        new Route(Endpoint.V1_LOAD_NAMESPACE, READ, this::load),
        new Route(Endpoint.V1_NAMESPACE_EXISTS, READ, this::exists),
        new Route(Endpoint.V1_CREATE_NAMESPACE, WRITE, this::create),
        new Route(Endpoint.V1_UPDATE_NAMESPACE, WRITE, this::update),
        new Route(Endpoint.V1_DELETE_NAMESPACE, WRITE, this::drop));
  }

  private LakeCatalog read(Call call) {
    return lake.views().openToRead(call.session().warehouse());
  }

  private Reply list(Call call) {
    Namespace parent = call.query().find("parent").map(Names::namespace).orElse(Namespace.empty());
    Pages.Page<Namespace> page =
        Pages.of(
            read(call).listNamespaces(parent),
            namespace -> String.join("\u001f", namespace.levels()),
            call.query());
    return Reply.ok(
        ListNamespacesResponse.builder().addAll(page.items()).nextPageToken(page.next()).build());
  }

  private Reply load(Call call) {
    return Reply.ok(CatalogHandlers.loadNamespace(read(call), call.namespace()));
  }

  private Reply exists(Call call) {
    CatalogHandlers.namespaceExists(read(call), call.namespace());
    return Reply.done();
  }

  private Reply create(Call call) {
    CreateNamespaceRequest request = call.message(CreateNamespaceRequest.class);
    Namespace namespace = Names.checked(request.namespace());
    return writes.run(
        call,
        new Writes.Action() {
          @Override
          public Reply first(LakeCatalog catalog) {
            catalog.createNamespace(namespace, request.properties());
            return again(catalog);
          }

          @Override
          public Reply again(LakeCatalog catalog) {
            return Reply.ok(
                CreateNamespaceResponse.builder()
                    .withNamespace(namespace)
                    .setProperties(catalog.loadNamespaceMetadata(namespace))
                    .build());
          }
        });
  }

  private Reply update(Call call) {
    UpdateNamespacePropertiesRequest request = call.message(UpdateNamespacePropertiesRequest.class);
    request.validate();
    Namespace namespace = call.namespace();
    Set<String> removals = new HashSet<>(request.removals());
    return writes.run(
        call,
        new Writes.Action() {
          @Override
          public Reply first(LakeCatalog catalog) {
            Set<String> missing = new HashSet<>(removals);
            missing.removeAll(catalog.loadNamespaceMetadata(namespace).keySet());
            Writes.retrying(() -> catalog.updateProperties(namespace, request.updates(), removals));
            return reply(missing);
          }

          @Override
          public Reply again(LakeCatalog catalog) {
            return reply(new HashSet<>());
          }

          private Reply reply(Set<String> missing) {
            Set<String> removed = new HashSet<>(removals);
            removed.removeAll(missing);
            return Reply.ok(
                UpdateNamespacePropertiesResponse.builder()
                    .addMissing(missing)
                    .addUpdated(request.updates().keySet())
                    .addRemoved(removed)
                    .build());
          }
        });
  }

  private Reply drop(Call call) {
    Namespace namespace = call.namespace();
    return writes.run(call, Once.of(catalog -> CatalogHandlers.dropNamespace(catalog, namespace)));
  }
}
