package dev.headgate.server.config;

import java.time.Duration;
import java.util.List;

/**
 * Queries that people ask.
 *
 * @param engine the query engine's name, of a plugin
 * @param maxRows that one answer may have
 * @param timeout of one query
 */
public record QueryConfig(String engine, int maxRows, Duration timeout) {
  static final Property<String> ENGINE =
      Property.text("query.engine", "spark", "The plugin's query engine that checks and sql use.");
  static final Property<Integer> MAX_ROWS =
      Property.number("query.max-rows", 10_000, 1, 1_000_000, "Rows that one answer may have.");
  static final Property<Duration> TIMEOUT =
      Property.duration("query.timeout", "PT5M", "How long one query may take.");
  static final List<Property<?>> PROPERTIES = List.of(ENGINE, MAX_ROWS, TIMEOUT);

  public static QueryConfig from(Settings settings) {
    return new QueryConfig(settings.read(ENGINE), settings.read(MAX_ROWS), settings.read(TIMEOUT));
  }
}
