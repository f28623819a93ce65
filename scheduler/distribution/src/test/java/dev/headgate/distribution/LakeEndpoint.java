package dev.headgate.distribution;

import dev.headgate.catalog.CatalogConfig;
import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.file.LocalFileIO;
import dev.headgate.catalog.rest.IcebergRestServlet;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A lake and its Iceberg endpoint with nothing else of Headgate: no products, no gates, no engine.
 */
final class LakeEndpoint implements AutoCloseable {
  private final JdbcConnectionPool database;
  private final VersionedCatalog lake;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, asTheServletWantsIt());

  /** The collector deletes at the second round what nothing refers to. */
  LakeEndpoint(Path folder) throws Exception {
    this.database =
        JdbcConnectionPool.create(
            "jdbc:h2:file:" + folder.resolve("catalog") + ";WRITE_DELAY=0", "sa", "");
    this.lake =
        VersionedCatalog.open(
            CatalogConfig.of(database, folder.resolve("warehouse").toString(), new LocalFileIO())
                .withGrace(Duration.ZERO));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    context.addServlet(new ServletHolder(new IcebergRestServlet(lake)), "/iceberg/*");
    server.setHandler(context);
    server.start();
  }

  private static HttpConnectionFactory asTheServletWantsIt() {
    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "names in paths",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
    return new HttpConnectionFactory(http);
  }

  VersionedCatalog lake() {
    return lake;
  }

  String uri() {
    return "http://127.0.0.1:" + connector.getLocalPort() + "/iceberg";
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty does not stop", e);
    } finally {
      lake.close();
      database.dispose();
    }
  }
}
