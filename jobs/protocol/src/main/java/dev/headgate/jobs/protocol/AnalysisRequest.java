package dev.headgate.jobs.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements that Spark is to analyze: the option {@link #OPTION} of the data source {@link
 * #SOURCE}, whose one row with one text is an {@link AnalysisAnswer}.
 *
 * @param statements by name; analyzed in this order
 * @param schemas by {@code domain.table}: what is to be taken as its columns
 */
public record AnalysisRequest(Map<String, String> statements, Map<String, List<Field>> schemas) {
  /** The class that answers, where the jar of the job runtime is on the server's class path. */
  public static final String SOURCE = "dev.headgate.jobs.runtime.analysis.AnalysisSource";

  public static final String OPTION = "request";

  /** A column with its type in Spark's words. */
  public record Field(String name, String type) {
    static Field of(JsonObject json) {
      return new Field(json.text("name"), json.text("type"));
    }

    Map<String, Object> json() {
      return Map.of("name", name, "type", type);
    }
  }

  public static AnalysisRequest parse(String json) {
    JsonObject object = JsonObject.read(json);
    Map<String, List<Field>> schemas = new LinkedHashMap<>();
    for (JsonObject schema : object.objects("schemas")) {
      schemas.put(
          schema.text("dataset"), schema.objects("columns").stream().map(Field::of).toList());
    }
    return new AnalysisRequest(object.textMap("statements"), schemas);
  }

  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("statements", statements);
    json.put(
        "schemas",
        schemas.entrySet().stream()
            .map(
                schema ->
                    Map.of(
                        "dataset",
                        schema.getKey(),
                        "columns",
                        schema.getValue().stream().map(Field::json).toList()))
            .toList());
    return JsonWriter.write(json);
  }
}
