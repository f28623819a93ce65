package dev.headgate.server.query;

import com.google.inject.AbstractModule;

/** Queries by a plugin's engine. */
public final class QueryModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Queries.class).to(PluginQueries.class);
  }
}
