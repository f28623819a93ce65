package dev.headgate.catalog.rest;

import static dev.headgate.catalog.rest.Route.Kind.READ;
import static dev.headgate.catalog.rest.Route.Kind.UNSUPPORTED;
import static dev.headgate.catalog.rest.Route.Kind.WRITE;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.rest.Endpoint;

/** Every endpoint that is answered. */
final class Routes {
  private final List<Route> routes;

  /** Of each group of endpoints its routes. */
  Routes(List<List<Route>> groups) {
    this.routes =
        Stream.concat(groups.stream(), Stream.of(unsupported())).flatMap(List::stream).toList();
  }

  private static List<Route> unsupported() {
    return Stream.of(
            Endpoint.V1_TABLE_CREDENTIALS,
            Endpoint.V1_TABLE_REMOTE_SIGN,
            Endpoint.V1_SUBMIT_TABLE_SCAN_PLAN,
            Endpoint.V1_FETCH_TABLE_SCAN_PLAN,
            Endpoint.V1_CANCEL_TABLE_SCAN_PLAN,
            Endpoint.V1_FETCH_TABLE_SCAN_PLAN_TASKS)
        .map(endpoint -> new Route(endpoint, UNSUPPORTED, call -> refuse(endpoint)))
        .toList();
  }

  private static Reply refuse(Endpoint endpoint) {
    throw new HttpProblem(
        501,
        "UnsupportedOperationException",
        endpoint
            + " is not supported: clients plan scans themselves, and reach the files with"
            + " credentials of their own");
  }

  /** What a client that may do this can call. */
  List<Endpoint> endpoints(boolean mayWrite) {
    return routes.stream()
        .filter(route -> route.kind() == READ || (route.kind() == WRITE && mayWrite))
        .map(Route::endpoint)
        .toList();
  }

  /** A route, and the variables of the path. */
  record Match(Route route, Map<String, String> variables) {}

  Match match(String method, List<String> segments) {
    List<Match> onPath =
        routes.stream()
            .flatMap(route -> route.match(segments).map(found -> new Match(route, found)).stream())
            .toList();
    if (onPath.isEmpty()) {
      throw new HttpProblem(
          404, "NoSuchEndpointException", "the Iceberg REST protocol has no such path");
    }
    return onPath.stream()
        .filter(match -> match.route().endpoint().httpMethod().equals(method))
        .findFirst()
        .orElseThrow(() -> notAllowed(method, onPath));
  }

  private static HttpProblem notAllowed(String method, List<Match> onPath) {
    String allowed =
        onPath.stream()
            .map(match -> match.route().endpoint().httpMethod())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return new HttpProblem(
        405, "MethodNotAllowedException", method + " is not for this path, expected " + allowed);
  }
}
