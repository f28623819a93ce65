package dev.headgate.plugins.spark;

import dev.headgate.spi.CatalogAccess;
import dev.headgate.spi.PluginException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Spark settings that make one view of the lake a session's one and default catalog. */
final class CatalogConf {
  /** The catalog's name in every session. */
  static final String CATALOG = "lake";

  static final String EXTENSIONS =
      "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions";

  private static final String SNAPSHOT_PROPERTY = "spark.sql.iceberg.snapshot-property.";
  private static final String PREFIX = "spark.sql.catalog." + CATALOG;
  private static final String DEFAULT_CATALOG = "spark.sql.defaultCatalog";

  private CatalogConf() {}

  static Map<String, String> of(CatalogAccess view) {
    Map<String, String> conf = new LinkedHashMap<>();
    conf.put(PREFIX, "org.apache.iceberg.spark.SparkCatalog");
    conf.put(PREFIX + ".type", "rest");
    conf.put(PREFIX + ".uri", view.uri());
    conf.put(PREFIX + ".warehouse", view.warehouse());
    if (!view.token().isEmpty()) {
      conf.put(PREFIX + ".token", view.token());
    }
    conf.put(PREFIX + ".token-refresh-enabled", "false");
    conf.put(PREFIX + ".cache-enabled", "false");
    conf.put(PREFIX + ".rest-catalog-purge", "true"); // Iceberg 1.12 on: a purge is the lake's
    conf.put(DEFAULT_CATALOG, CATALOG);
    return conf;
  }

  /** The settings that put properties into the summary of every snapshot. */
  static Map<String, String> snapshotProperties(Map<String, String> properties) {
    Map<String, String> conf = new LinkedHashMap<>();
    properties.forEach((key, value) -> conf.put(SNAPSHOT_PROPERTY + key, value));
    return conf;
  }

  /** A setting that is a list, with ours in it. */
  static String extended(String given, String ours) {
    return List.of(given.split(",", -1)).contains(ours) ? given : given + "," + ours;
  }

  /** Refuses a setting that would point a run somewhere else than at its branch. */
  static void refuse(String key, String where) {
    if (key.equals(PREFIX) || key.startsWith(PREFIX + ".") || key.equals(DEFAULT_CATALOG)) {
      throw new PluginException(
          where + ": the catalog '" + CATALOG + "' is set by Headgate for each run");
    }
  }
}
