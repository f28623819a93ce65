package dev.headgate.jobs.protocol;

import dev.headgate.jobs.protocol.AnalysisRequest.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Spark's analyzer found in the statements of an {@link AnalysisRequest}, by their names. */
public record AnalysisAnswer(Map<String, Statement> statements) {
  /**
   * One statement.
   *
   * @param inputs columns by dataset
   * @param foreign names that are no datasets
   */
  public record Statement(
      Optional<Mistake> mistake,
      Map<String, List<String>> inputs,
      List<String> foreign,
      List<Field> output,
      List<Join> joins) {}

  /** Spark's message; line and column count from 1, 0 where unknown. */
  public record Mistake(String message, int line, int column) {}

  /** An equality between columns of two inputs. */
  public record Join(String left, String leftColumn, String right, String rightColumn) {}

  public static AnalysisAnswer parse(String json) {
    Map<String, Statement> statements = new LinkedHashMap<>();
    for (JsonObject object : JsonObject.read(json).objects("statements")) {
      statements.put(object.text("name"), statement(object));
    }
    return new AnalysisAnswer(statements);
  }

  private static Statement statement(JsonObject json) {
    Map<String, List<String>> inputs = new LinkedHashMap<>();
    json.objects("inputs")
        .forEach(input -> inputs.put(input.text("dataset"), input.texts("columns")));
    return new Statement(
        json.objects("mistakes").stream().findFirst().map(AnalysisAnswer::mistake),
        inputs,
        json.texts("foreign"),
        json.objects("output").stream().map(Field::of).toList(),
        json.objects("joins").stream().map(AnalysisAnswer::join).toList());
  }

  private static Mistake mistake(JsonObject json) {
    return new Mistake(
        json.text("message"),
        Math.toIntExact(json.number("line")),
        Math.toIntExact(json.number("column")));
  }

  private static Join join(JsonObject json) {
    return new Join(
        json.text("left"), json.text("leftColumn"), json.text("right"), json.text("rightColumn"));
  }

  public String toJson() {
    return JsonWriter.write(
        Map.of(
            "statements",
            statements.entrySet().stream()
                .map(statement -> json(statement.getKey(), statement.getValue()))
                .toList()));
  }

  private static Map<String, Object> json(String name, Statement statement) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("mistakes", statement.mistake().map(AnalysisAnswer::json).stream().toList());
    json.put(
        "inputs",
        statement.inputs().entrySet().stream()
            .map(input -> Map.of("dataset", input.getKey(), "columns", input.getValue()))
            .toList());
    json.put("foreign", statement.foreign());
    json.put("output", statement.output().stream().map(Field::json).toList());
    json.put("joins", statement.joins().stream().map(AnalysisAnswer::json).toList());
    return json;
  }

  private static Map<String, Object> json(Mistake mistake) {
    return Map.of("message", mistake.message(), "line", mistake.line(), "column", mistake.column());
  }

  private static Map<String, Object> json(Join join) {
    return Map.of(
        "left", join.left(),
        "leftColumn", join.leftColumn(),
        "right", join.right(),
        "rightColumn", join.rightColumn());
  }
}
