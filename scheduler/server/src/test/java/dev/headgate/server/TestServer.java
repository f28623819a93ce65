package dev.headgate.server;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.Provides;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.KeyRule;
import dev.headgate.definitions.keys.PolicyCompiler;
import dev.headgate.engine.Engine;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Run;
import dev.headgate.server.api.ApiModule;
import dev.headgate.server.config.ConfigModule;
import dev.headgate.server.config.Settings;
import dev.headgate.server.database.H2Module;
import dev.headgate.server.definitions.DefinitionReader;
import dev.headgate.server.definitions.ParsedDefinitions;
import dev.headgate.server.engine.EngineServiceModule;
import dev.headgate.server.engine.RunLogs;
import dev.headgate.server.health.HealthModule;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.HomeModule;
import dev.headgate.server.home.Installation;
import dev.headgate.server.housekeeping.HousekeepingModule;
import dev.headgate.server.http.HttpModule;
import dev.headgate.server.http.IcebergEndpoint;
import dev.headgate.server.http.Listener;
import dev.headgate.server.http.ServerFileModule;
import dev.headgate.server.http.WebServer;
import dev.headgate.server.lake.LakeBrowser;
import dev.headgate.server.metrics.MetricsModule;
import dev.headgate.server.quartz.QuartzModule;
import dev.headgate.server.quartz.QuartzOnH2Module;
import dev.headgate.server.query.Queries;
import dev.headgate.server.store.StoreModule;
import dev.headgate.spi.QueryEngine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real server (HTTP, H2, Quartz, parser) around a {@link FakeEngine} and a {@link FakeLake}. */
public final class TestServer implements AutoCloseable {
  /** A query that takes this text is refused by the fake query engine. */
  public static final String BAD_QUERY = "selekt";

  private final Home home;
  private final FakeLake lake = new FakeLake();
  private final EngineModule engineModule = new EngineModule();
  private final RouteListing routes = new RouteListing();
  private final HeadgateServer server;

  private TestServer(Path folder, Map<String, String> settings) throws Exception {
    this.home = new Home(folder);
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("http.port", "0");
    ServerOptions options = new ServerOptions(home, new Installation(folder), all);
    this.server = new Bootstrap(options, Map.of(), this::modules).start();
  }

  public static TestServer start(Path home) throws Exception {
    return new TestServer(home, Map.of());
  }

  public static TestServer start(Path home, Map<String, String> settings) throws Exception {
    return new TestServer(home, settings);
  }

  public URI url() {
    return server.url();
  }

  public FakeEngine engine() {
    return engineModule.engine;
  }

  public FakeLake lake() {
    return lake;
  }

  /** Method and path of each route. */
  public List<String> routes() {
    return routes.routes;
  }

  /** Where the output of a run is read from. */
  public Path log(String run) {
    return home.logs().resolve(run + ".log");
  }

  @Override
  public void close() {
    try {
      if (!server.stop()) {
        throw new IllegalStateException("the server did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the server stops", e);
    }
  }

  private List<Module> modules(ServerOptions options, Settings settings, Listener listener) {
    return List.of(
        new ConfigModule(settings),
        new HomeModule(options.home(), options.installation()),
        new H2Module(),
        new QuartzOnH2Module(),
        new StoreModule(),
        engineModule,
        new LakeModule(),
        new MetricsModule(),
        new HealthModule(),
        new ApiModule(),
        new HttpModule(listener),
        new EngineServiceModule(),
        new HousekeepingModule(),
        new QuartzModule(),
        new ServerFileModule(),
        routes);
  }

  /** Asks the web server for its routes once everything is made. */
  private static final class RouteListing extends AbstractModule {
    private List<String> routes = List.of();

    @Override
    protected void configure() {
      requestInjection(this);
    }

    @Inject
    void list(WebServer web) {
      routes = web.routes();
    }
  }

  private static final class EngineModule extends AbstractModule {
    private FakeEngine engine;

    @Provides
    @Singleton
    Engine engine(FakeEngine fake) {
      engine = fake;
      return fake;
    }

    @Provides
    RunLogs logs(Home home) {
      return (Run run) -> home.logs().resolve(run.id() + ".log");
    }

    @Provides
    DefinitionReader reader(ParsedDefinitions parsed) {
      return parsed;
    }

    @Provides
    Extensions extensions() {
      return new Extensions(
          Map.of(
              "spark-sql",
              List.of(new KeyRule("file", KeyRule.Kind.STRING, true, true, "an SQL file")),
              "spark-app",
              List.of(
                  new KeyRule("jar", KeyRule.Kind.STRING, true, true, "a jar"),
                  new KeyRule("mainClass", KeyRule.Kind.STRING, false, false, "a class"),
                  new KeyRule("args", KeyRule.Kind.LIST_OF_STRINGS, false, false, "arguments"),
                  new KeyRule("conf", KeyRule.Kind.MAP_OF_STRINGS, false, false, "settings"))),
          Map.of("rowCount", List.of()),
          Map.of(),
          Map.of("cel", TestServer::compile),
          Map.of());
    }
  }

  private final class LakeModule extends AbstractModule {
    @Provides
    FakeLake fake() {
      return lake;
    }

    @Provides
    LakeBrowser browser() {
      return lake;
    }

    @Provides
    Lake port() {
      return (Lake)
          Proxy.newProxyInstance(
              Lake.class.getClassLoader(),
              new Class<?>[] {Lake.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("changes")) {
                  return lake.changes(DatasetName.parse("sales.orders"));
                }
                throw new UnsupportedOperationException(method.getName());
              });
    }

    @Provides
    Queries queries() {
      return (view, sql, maxRows, actor) -> answer(view, sql, actor);
    }

    @Provides
    @IcebergEndpoint
    HttpServlet iceberg() {
      return new EchoServlet();
    }

    private QueryEngine.Result answer(String view, String sql, String actor) {
      lake.readAccess(view, actor, java.time.Duration.ofMinutes(1));
      if (sql.equals(BAD_QUERY)) {
        throw new dev.headgate.spi.PluginException("syntax error near 'selekt'");
      }
      return new QueryEngine.Result(
          List.of(
              new QueryEngine.Column("day", "date"),
              new QueryEngine.Column("total", "decimal(38,2)"),
              new QueryEngine.Column("note", "string")),
          List.of(
              Arrays.asList(LocalDate.of(2001, 6, 30), new BigDecimal("1E+3"), null),
              Arrays.asList(LocalDate.of(2001, 7, 1), new BigDecimal("12.50"), view)),
          false);
    }
  }

  /** A policy language in which only {@code wrong} is wrong. */
  private static Optional<PolicyCompiler.Mistake> compile(String expression, Scope scope) {
    return expression.equals("wrong")
        ? Optional.of(new PolicyCompiler.Mistake("this is wrong", 1, 1))
        : Optional.empty();
  }

  /** Says how many bytes it got; a GET goes wrong as its path says. */
  private static final class EchoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if ("/fails".equals(request.getPathInfo())) {
        throw new IllegalStateException("with a java.lang.Secret inside");
      }
      response.sendError(418, "with a java.lang.Secret inside");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      int size = request.getInputStream().readAllBytes().length;
      response.getWriter().print(request.getPathInfo() + " " + size);
    }
  }
}
