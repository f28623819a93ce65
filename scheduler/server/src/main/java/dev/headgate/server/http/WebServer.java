package dev.headgate.server.http;

import dev.headgate.server.config.HttpConfig;
import dev.headgate.server.lifecycle.Service;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.RequestLogger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with the API's routes and the Iceberg endpoint beside them. */
@Singleton
public final class WebServer implements Service {
  /** Names in Iceberg paths may hold any character, percent-encoded. */
  private static final UriCompliance ICEBERG_NAMES =
      UriCompliance.DEFAULT.with(
          "iceberg",
          UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
          UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
          UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

  private static final int HEADER_BYTES = 64 * 1024;
  private static final int SMALLEST_POOL = 8;
  private static final long STOP_MILLIS = 5_000;

  private final HttpConfig config;
  private final Listener listener;
  private final HttpServlet iceberg;
  private final ServerErrors errors;
  private final Javalin javalin;

  @Inject
  WebServer(
      HttpConfig config,
      Listener listener,
      @IcebergEndpoint HttpServlet iceberg,
      Json json,
      ProblemHandlers problems,
      ServerErrors errors,
      RequestLogger observer,
      Set<Routes> routes) {
    this.config = config;
    this.listener = listener;
    this.iceberg = iceberg;
    this.errors = errors;
    this.javalin =
        Javalin.create(
            javalinConfig -> {
              jetty(javalinConfig);
              javalinConfig.jsonMapper(json);
              javalinConfig.requestLogger.http(observer);
              problems.register(javalinConfig.routes);
              javalinConfig.routes.before(new HostGuard(listener)::check);
              List.copyOf(routes).forEach(r -> r.register(javalinConfig.routes));
            });
  }

  private void jetty(JavalinConfig javalinConfig) {
    javalinConfig.startup.showJavalinBanner = false;
    javalinConfig.startup.showOldJavalinVersionWarning = false;
    javalinConfig.startup.startupWatcherEnabled = false;
    javalinConfig.http.maxRequestSize = config.maxRequestSize();
    javalinConfig.http.prefer405over404 = true;
    javalinConfig.jetty.threadPool =
        new QueuedThreadPool(config.threads(), Math.min(SMALLEST_POOL, config.threads()));
    javalinConfig.jetty.modifyServer(
        server -> {
          server.setStopTimeout(STOP_MILLIS);
          server.setErrorHandler(errors);
        });
    javalinConfig.jetty.addConnector(this::connector);
    javalinConfig.jetty.modifyServletContextHandler(
        handler -> {
          handler.addServlet(new ServletHolder("iceberg", iceberg), "/iceberg/*");
          handler.getServletHandler().setDecodeAmbiguousURIs(true);
          handler.setErrorHandler(errors);
        });
  }

  private Connector connector(Server server, HttpConfiguration http) {
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setUriCompliance(ICEBERG_NAMES);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    try {
      connector.open(listener.channel());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return connector;
  }

  /** What it answers to beside {@code /iceberg}: method and path of each route, in order. */
  public List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
        .sorted()
        .toList();
  }

  @Override
  public String name() {
    return "web server at " + listener.url();
  }

  @Override
  public void start() {
    javalin.start();
  }

  @Override
  public void stop() throws IOException {
    javalin.stop();
    listener.close();
  }
}
