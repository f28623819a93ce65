package dev.headgate.server.query;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.server.config.QueryConfig;
import dev.headgate.server.lake.LakeBrowser;
import dev.headgate.server.plugins.LoadedPlugins;
import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.QueryEngine;
import jakarta.inject.Inject;

/** Queries by the configured plugin's engine, with a token that only reads. */
final class PluginQueries implements Queries {
  private final LoadedPlugins plugins;
  private final LakeBrowser lake;
  private final QueryConfig config;

  @Inject
  PluginQueries(LoadedPlugins plugins, LakeBrowser lake, QueryConfig config) {
    this.plugins = plugins;
    this.lake = lake;
    this.config = config;
  }

  @Override
  public QueryEngine.Result query(String view, String sql, int maxRows, String actor)
      throws InterruptedException {
    QueryEngine engine =
        plugins
            .queryEngines()
            .find(config.engine())
            .orElseThrow(
                () ->
                    new HeadgateException(
                        ErrorCode.NOT_SUPPORTED_YET,
                        "no plugin brings the query engine '"
                            + config.engine()
                            + "' that query.engine names"))
            .instance();
    CatalogAccess access =
        lake.readAccess(view, "query of " + actor, config.timeout().multipliedBy(2));
    return engine.query(access, sql, maxRows, config.timeout());
  }
}
