package dev.headgate.plugins.spark;

import dev.headgate.spi.PluginContext;
import dev.headgate.spi.QueryEngine;
import dev.headgate.spi.QueryEngineFactory;

/** Makes the query engine {@code spark}. */
final class SparkQueryEngineFactory implements QueryEngineFactory {
  private final SharedServer servers;

  SparkQueryEngineFactory(SharedServer servers) {
    this.servers = servers;
  }

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public QueryEngine create(PluginContext context) {
    return new SparkQueryEngine(servers.acquire(context));
  }
}
