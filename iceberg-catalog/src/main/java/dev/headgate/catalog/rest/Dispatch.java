package dev.headgate.catalog.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who answers a request, lets the client in, and hands the request over. */
final class Dispatch {
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");
  private static final List<String> CONFIG = List.of("config");
  private static final List<String> TOKENS = List.of("oauth", "tokens");

  private final Doors doors;
  private final Routes routes;
  private final ConfigEndpoint config;
  private final Bodies bodies;

  Dispatch(Doors doors, Routes routes, ConfigEndpoint config, Bodies bodies) {
    this.doors = doors;
    this.routes = routes;
    this.config = config;
    this.bodies = bodies;
  }

  /** The raw path is what is below where the servlet is mounted. */
  Reply answer(HttpServletRequest http, String rawPath) {
    Target target =
        Target.parse(rawPath)
            .orElseThrow(
                () ->
                    new HttpProblem(
                        404,
                        "NoSuchEndpointException",
                        "expected a path of the Iceberg REST protocol: /v1/… or /<warehouse>/v1/…"));
    if (target.segments().equals(TOKENS)) {
      return NoTokens.refuse();
    }
    Query query = new Query(http.getQueryString());
    Optional<String> authorization = Optional.ofNullable(http.getHeader("Authorization"));
    if (target.segments().equals(CONFIG) && http.getMethod().equals("GET")) {
      return config.answer(doors.open(ConfigEndpoint.warehouse(target, query), authorization));
    }
    Routes.Match match = routes.match(http.getMethod(), target.segments());
    Session session = doors.open(target.warehouse(), authorization);
    Body body = WITHOUT_BODY.contains(http.getMethod()) ? Body.NONE : bodies.read(http);
    Call call = new Call(http, query, session, match.variables(), body);
    return match.route().handler().answer(call);
  }
}
