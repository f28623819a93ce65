package dev.headgate.plugins.spark;

import dev.headgate.spi.CatalogAccess;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.RESTCatalogAdapter;
import org.apache.iceberg.rest.RESTCatalogServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A real Iceberg REST service with any number of warehouses behind one URI, each a catalog of its
 * own.
 */
final class TestLake implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final Path folder;
  private final Map<String, Warehouse> warehouses = new ConcurrentHashMap<>();

  private record Warehouse(JdbcCatalog catalog, RESTCatalogServlet servlet, Set<String> tokens) {}

  private TestLake(Path folder) {
    this.folder = folder;
  }

  static TestLake start(Path folder) {
    TestLake lake = new TestLake(folder);
    // the separator of namespace levels, %1F, is no proper part of a path
    lake.connector
        .getConnectionFactory(HttpConnectionFactory.class)
        .getHttpConfiguration()
        .setUriCompliance(UriCompliance.UNSAFE);
    lake.connector.setHost("127.0.0.1");
    lake.server.addConnector(lake.connector);
    ServletContextHandler context = new ServletContextHandler();
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    context.addServlet(new ServletHolder(lake.new Front()), "/*");
    lake.server.setHandler(context);
    try {
      lake.server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return lake;
  }

  CatalogAccess view(String warehouse) {
    return new CatalogAccess(uri() + "/iceberg", warehouse, "token-of-" + warehouse);
  }

  Table table(String warehouse, String name) {
    return warehouse(warehouse).catalog().loadTable(TableIdentifier.parse(name));
  }

  /** A table without data. */
  Table create(String warehouse, String name, Schema schema) {
    JdbcCatalog catalog = warehouse(warehouse).catalog();
    TableIdentifier identifier = TableIdentifier.parse(name);
    if (!catalog.namespaceExists(identifier.namespace())) {
      catalog.createNamespace(identifier.namespace());
    }
    return catalog.createTable(identifier, schema);
  }

  /** A view as Spark makes it, in its default namespace. */
  void createView(String warehouse, String name, Schema schema, String sql) {
    TableIdentifier identifier = TableIdentifier.parse(name);
    warehouse(warehouse)
        .catalog()
        .buildView(identifier)
        .withSchema(schema)
        .withDefaultNamespace(identifier.namespace())
        .withQuery("spark", sql)
        .create();
  }

  boolean hasTable(String warehouse, String name) {
    return warehouse(warehouse).catalog().tableExists(TableIdentifier.parse(name));
  }

  /** The bearer tokens that a warehouse was asked with. */
  Set<String> tokens(String warehouse) {
    return warehouse(warehouse).tokens();
  }

  private String uri() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  private Warehouse warehouse(String name) {
    return warehouses.computeIfAbsent(name, this::open);
  }

  private Warehouse open(String name) {
    JdbcCatalog catalog = new JdbcCatalog();
    catalog.setConf(new Configuration());
    catalog.initialize(
        name,
        Map.of(
            CatalogProperties.URI,
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
            CatalogProperties.WAREHOUSE_LOCATION,
            folder.resolve(name).toUri().toString(),
            "jdbc.schema-version",
            "V1")); // has views
    return new Warehouse(
        catalog,
        new RESTCatalogServlet(new RESTCatalogAdapter(catalog)),
        ConcurrentHashMap.newKeySet());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers the first question, where a warehouse is, and hands the others to it. */
  private final class Front extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Pattern WAREHOUSE = Pattern.compile("/w/([^/]+)(/.*)");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      Matcher path = WAREHOUSE.matcher(request.getRequestURI());
      if (!path.matches()) {
        String warehouse = request.getParameter("warehouse");
        response.setContentType("application/json");
        response
            .getWriter()
            .print(
                "{\"defaults\":{},\"overrides\":{\"view-endpoints-supported\":\"true\",\"uri\":\""
                    + uri()
                    + "/w/"
                    + warehouse
                    + "\"}}");
        return;
      }
      Warehouse warehouse = warehouse(path.group(1));
      String authorization = String.valueOf(request.getHeader("Authorization"));
      warehouse.tokens().add(authorization.replaceFirst("^Bearer ", ""));
      URI inner = URI.create(path.group(2));
      warehouse
          .servlet()
          .service(
              new HttpServletRequestWrapper(request) {
                @Override
                public String getRequestURI() {
                  return inner.toString();
                }

                @Override
                public String getPathInfo() {
                  return inner.getPath();
                }
              },
              response);
    }
  }
}
