package dev.headgate.catalog.rest;

import dev.headgate.catalog.VersionedCatalog;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The views of a lake over the Iceberg REST protocol. Mount it at a path that ends in {@code /*};
 * clients connect to that path with a {@code warehouse}, or to {@code <path>/<warehouse>}; without
 * any they get {@code main}.
 *
 * <p>Names are percent-encoded in paths, with {@code %1F} between the levels of a namespace, and
 * read from the raw URI. The server must let such paths through. For Jetty: set {@code
 * HttpConfiguration.setUriCompliance} to one that allows {@code AMBIGUOUS_PATH_SEPARATOR}, {@code
 * AMBIGUOUS_PATH_ENCODING} and {@code SUSPICIOUS_PATH_CHARACTERS}, and {@code
 * ServletHandler.setDecodeAmbiguousURIs(true)}. Bodies are limited here (64 MB), so the server's
 * own limit must not be lower.
 */
public final class IcebergRestServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(IcebergRestServlet.class);
  private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;
  private static final int BUSY = 503;
  private static final Duration KEY_LIFETIME = Duration.ofHours(1);

  private final transient Dispatch dispatch;
  private final transient Housekeeping housekeeping;

  public IcebergRestServlet(VersionedCatalog lake) {
    Writes writes = new Writes(lake);
    Routes routes =
        new Routes(
            List.of(
                new NamespaceEndpoints(lake, writes).routes(),
                new TableEndpoints(lake).routes(),
                new TableWriteEndpoints(lake, writes).routes(),
                new TransactionEndpoint(writes).routes(),
                new ViewEndpoints(lake, writes).routes()));
    this.dispatch =
        new Dispatch(
            new Doors(lake),
            routes,
            new ConfigEndpoint(routes, KEY_LIFETIME),
            new Bodies(MAX_BODY_BYTES));
    this.housekeeping = new Housekeeping(lake.requestKeys(), KEY_LIFETIME.multipliedBy(2));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Reply reply = answer(request);
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    if (reply.body().isPresent()) {
      byte[] body = Json.write(reply.body().get());
      response.setContentType("application/json");
      response.setContentLength(body.length);
      if (!request.getMethod().equals("HEAD")) {
        response.getOutputStream().write(body);
      }
    }
    housekeeping.now(System.nanoTime());
  }

  private Reply answer(HttpServletRequest request) {
    try {
      return dispatch.answer(request, below(request));
    } catch (RuntimeException e) {
      return failed(request, e);
    }
  }

  /** The raw path below the mapping; the decoded one would not tell a name's slash from another. */
  private static String below(HttpServletRequest request) {
    String pattern = request.getHttpServletMapping().getPattern();
    String mount =
        request.getContextPath()
            + (pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : "");
    String uri = request.getRequestURI();
    return uri.startsWith(mount) ? uri.substring(mount.length()) : uri;
  }

  private static Reply failed(HttpServletRequest request, RuntimeException e) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    ErrorResponse error = Failures.describe(e, reference);
    if (error.code() == BUSY) {
      String why = Failures.firstCause(e);
      LOG.warn("{} {}: the lake is busy: {}", request.getMethod(), request.getRequestURI(), why);
    } else if (error.code() >= 500 && !(e instanceof HttpProblem)) {
      LOG.error("{} {} failed [{}]", request.getMethod(), request.getRequestURI(), reference, e);
    } else {
      LOG.debug("{} {}: {}", request.getMethod(), request.getRequestURI(), error.message(), e);
    }
    return new Reply(error.code(), headers(error.code()), Optional.of(error));
  }

  private static Map<String, String> headers(int status) {
    return switch (status) {
      case 401 -> Map.of("WWW-Authenticate", "Bearer");
      case BUSY -> Map.of("Retry-After", "1");
      default -> Map.of();
    };
  }
}
