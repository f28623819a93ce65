package dev.headgate.server.api;

import dev.headgate.model.release.Release;
import dev.headgate.model.store.Store;
import dev.headgate.server.config.QueryConfig;
import dev.headgate.server.http.Actors;
import dev.headgate.server.http.Routes;
import dev.headgate.server.lake.LakeBrowser;
import dev.headgate.server.lake.LakeBrowser.LakeTable;
import dev.headgate.server.query.Queries;
import dev.headgate.spi.QueryEngine;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lake: versions, tables, queries on any view. */
final class LakeRoutes implements Routes {
  private static final String MAIN = "main";

  private final LakeBrowser lake;
  private final Store store;
  private final Queries queries;
  private final QueryConfig config;

  @Inject
  LakeRoutes(LakeBrowser lake, Store store, Queries queries, QueryConfig config) {
    this.lake = lake;
    this.store = store;
    this.queries = queries;
    this.config = config;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/versions", this::versions);
    routes.get("/api/v1/tables", this::tables);
    routes.post("/api/v1/sql", this::sql);
  }

  private void versions(Context context) {
    int limit = Arguments.limit(context);
    Map<Long, Release> releases =
        store.transact(t -> t.releases().list(Optional.empty(), Integer.MAX_VALUE)).stream()
            .filter(release -> release.lakeVersion().isPresent())
            .collect(Collectors.toMap(r -> r.lakeVersion().orElseThrow(), Function.identity()));
    context.json(
        lake.versions(limit).stream()
            .map(
                version ->
                    VersionView.of(version, Optional.ofNullable(releases.get(version.number()))))
            .toList());
  }

  private void tables(Context context) {
    String at = context.queryParam("at");
    context.json(lake.tables(at == null ? MAIN : at).stream().map(TableView::of).toList());
  }

  private void sql(Context context) throws InterruptedException {
    Sql body = context.bodyAsClass(Sql.class);
    String at = body.at() == null ? MAIN : body.at();
    int maxRows = body.maxRows() == null ? config.maxRows() : body.maxRows();
    if (maxRows < 1 || maxRows > config.maxRows()) {
      throw Arguments.invalid("maxRows must be from 1 to " + config.maxRows());
    }
    QueryEngine.Result result =
        queries.query(at, Arguments.required("query", body.query()), maxRows, Actors.of(context));
    context.json(new ResultView(at, result.columns(), result.rows(), result.truncated()));
  }

  /** A query; {@code at} names the view, {@code main} if null. */
  record Sql(String at, String query, Integer maxRows) {}

  /** A query's answer. */
  record ResultView(
      String at, List<QueryEngine.Column> columns, List<List<Object>> rows, boolean truncated) {}

  /** A lake version and the release that made it. */
  record VersionView(
      long lakeVersion,
      String warehouse,
      Instant at,
      Optional<Long> release,
      Optional<String> product) {
    static VersionView of(LakeBrowser.LakeVersion version, Optional<Release> release) {
      return new VersionView(
          version.number(),
          "version-" + version.number(),
          version.at(),
          release.map(Release::id),
          release.map(r -> r.product().toString()));
    }
  }

  /** A table or view. */
  record TableView(
      String name, LakeTable.Kind kind, OptionalLong snapshotId, OptionalLong rows, boolean gated) {
    static TableView of(LakeTable table) {
      return new TableView(
          table.name().toString(), table.kind(), table.snapshotId(), table.rows(), table.gated());
    }
  }
}
