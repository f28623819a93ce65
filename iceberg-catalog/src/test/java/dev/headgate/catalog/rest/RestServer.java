package dev.headgate.catalog.rest;

import dev.headgate.catalog.VersionedCatalog;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.rest.RESTCatalog;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The endpoint in a Jetty of its own, set up as a host has to. */
final class RestServer implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector;

  RestServer(VersionedCatalog lake) {
    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "names in paths",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
    connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    context.addServlet(new ServletHolder(new IcebergRestServlet(lake)), "/iceberg/*");
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty does not start", e);
    }
  }

  String uri() {
    return "http://127.0.0.1:" + connector.getLocalPort() + "/iceberg";
  }

  /** A client of a view, as any engine in the JVM has it. */
  RESTCatalog client(String warehouse, Map<String, String> properties) {
    Map<String, String> all = new TreeMap<>(properties);
    all.put("uri", uri());
    all.put("warehouse", warehouse);
    RESTCatalog client = new RESTCatalog();
    client.setConf(new Configuration());
    client.initialize("headgate", all);
    return client;
  }

  RESTCatalog client(String warehouse) {
    return client(warehouse, Map.of());
  }

  /** A client with a branch's token. */
  RESTCatalog client(String warehouse, String token) {
    return client(warehouse, Map.of("token", token));
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty does not stop", e);
    }
  }
}
