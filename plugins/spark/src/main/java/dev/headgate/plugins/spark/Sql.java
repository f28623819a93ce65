package dev.headgate.plugins.spark;

import dev.headgate.model.product.DatasetName;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes names in Spark's SQL. */
final class Sql {
  private Sql() {}

  static String name(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** A column, or a field in a column: {@code a.b}. */
  static String columnPath(String path) {
    return Arrays.stream(path.split("\\.", -1)).map(Sql::name).collect(Collectors.joining("."));
  }

  static String table(DatasetName dataset) {
    return namespace(dataset.namespace()) + "." + name(dataset.table());
  }

  static String namespace(String namespace) {
    return name(CatalogConf.CATALOG) + "." + columnPath(namespace);
  }
}
