package dev.headgate.spi;

/** Makes a query engine. */
public interface QueryEngineFactory {
  /** Its name in the server's configuration, for example {@code spark}. */
  String name();

  QueryEngine create(PluginContext context);
}
