package dev.headgate.definitions;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.KeyRule;
import dev.headgate.definitions.keys.KeyRule.Kind;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the tests parse, and what the plugins that Headgate ships bring. */
final class Samples {
  private static final KeyRule COLUMN =
      new KeyRule("column", Kind.STRING, false, false, "a column's name");
  private static final KeyRule PROPERTY =
      new KeyRule("property", Kind.STRING, false, false, "a column's name");
  private static final KeyRule UNIT =
      new KeyRule("unit", Kind.STRING, false, false, "rows or percent");
  private static final KeyRule DESCRIPTION =
      new KeyRule("description", Kind.STRING, false, false, "a text");

  static final Extensions EXTENSIONS =
      new Extensions(
          Map.of(
              "spark-sql",
              List.of(new KeyRule("file", Kind.STRING, true, true, "a file with one query")),
              "spark-app",
              List.of(
                  new KeyRule("jar", Kind.STRING, true, true, "a jar or a Python file"),
                  new KeyRule("mainClass", Kind.STRING, false, false, "a class name"),
                  new KeyRule("args", Kind.LIST_OF_STRINGS, false, false, "a list of arguments"),
                  new KeyRule("jars", Kind.LIST_OF_STRINGS, false, true, "a list of jars"),
                  new KeyRule("conf", Kind.MAP_OF_STRINGS, false, false, "Spark's settings")),
              "command",
              List.of(
                  new KeyRule("run", Kind.LIST_OF_STRINGS, true, true, "a command"),
                  new KeyRule("env", Kind.MAP_OF_STRINGS, false, false, "variables"),
                  new KeyRule("nice", Kind.NUMBER, false, false, "a number"),
                  new KeyRule("shell", Kind.BOOLEAN, false, false, "true or false"))),
          Map.of(
              "rowCount",
              List.of(UNIT, DESCRIPTION),
              "nullValues",
              List.of(COLUMN, PROPERTY, UNIT, DESCRIPTION),
              "duplicateValues",
              List.of(
                  COLUMN,
                  PROPERTY,
                  new KeyRule("arguments", Kind.MAP, false, false, "{properties: [column, …]}"),
                  UNIT,
                  DESCRIPTION),
              "sql",
              List.of(
                  new KeyRule("query", Kind.STRING, true, false, "a query on {object}"),
                  COLUMN,
                  PROPERTY,
                  DESCRIPTION),
              "drift",
              List.of(
                  new KeyRule("arguments.against", Kind.STRING, true, false, "a dataset"),
                  new KeyRule("options", Kind.MAP, false, false, "options"))),
          Map.of(
              "webhook",
              List.of(
                  new KeyRule("url", Kind.STRING, true, false, "a URL"),
                  new KeyRule("headers", Kind.MAP_OF_STRINGS, false, false, "HTTP headers"))));

  private Samples() {}

  /** A folder of test resources on disk. */
  static Path folder(String name) {
    try {
      return Path.of(Samples.class.getResource("/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
