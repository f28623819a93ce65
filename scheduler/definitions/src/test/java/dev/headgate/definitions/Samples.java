package dev.headgate.definitions;

import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.keys.KeyRule;
import dev.headgate.definitions.keys.KeyRule.Kind;
import dev.headgate.definitions.source.Sources;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.Definitions;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  private static final KeyRule ARGUMENTS =
      new KeyRule("arguments", Kind.MAP, false, false, "{properties: [column, …]}");

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
              List.of(COLUMN, PROPERTY, ARGUMENTS, UNIT, DESCRIPTION),
              "missingValues",
              List.of(COLUMN, PROPERTY, ARGUMENTS, UNIT, DESCRIPTION),
              "invalidValues",
              List.of(COLUMN, PROPERTY, ARGUMENTS, UNIT, DESCRIPTION),
              "rowCountChange",
              List.of(UNIT),
              "nullShareChange",
              List.of(COLUMN, UNIT),
              "freshness",
              List.of(
                  COLUMN,
                  new KeyRule(
                      "unit",
                      Kind.STRING,
                      false,
                      false,
                      "one of minutes, hours, days",
                      List.of("minutes", "hours", "days"))),
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

  /** What files mean, which must be valid. */
  static Definitions parsed(Sources sources) {
    ParseResult result = DefinitionParser.parse(sources, EXTENSIONS);
    if (result instanceof ParseResult.Invalid invalid) {
      throw new AssertionError(invalid.problems().toString());
    }
    return ((ParseResult.Parsed) result).definitions();
  }

  /** A rule in one line: its name, metric, settings in order, and severity unless that is error. */
  static String line(CheckSpec rule) {
    Map<String, Object> settings = new TreeMap<>(rule.settings());
    settings.computeIfPresent(
        "arguments", (key, arguments) -> new TreeMap<>((Map<?, ?>) arguments));
    String severity = rule.severity() == CheckSpec.Severity.ERROR ? "" : " warning";
    return rule.name() + ": " + rule.type() + " " + settings + severity;
  }

  static List<String> lines(List<CheckSpec> rules) {
    return rules.stream().map(Samples::line).toList();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A folder of test resources on disk. */
  static Path folder(String name) {
    try {
      return Path.of(Samples.class.getResource("/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
