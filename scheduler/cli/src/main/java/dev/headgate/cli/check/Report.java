package dev.headgate.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.headgate.cli.api.Mistake;
import dev.headgate.cli.commands.FindingsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a check came to: the answer of the API, or why there is none.
 *
 * @param waivers that results name
 * @param mistakes in definition files; there are no results then
 */
record Report(boolean passed, List<Result> results, JsonNode waivers, List<Mistake> mistakes) {
  /** How a result counts. */
  enum Kind {
    PASS,
    FAIL,
    WARN,
    WAIVED,
    SKIP,
    /** It could not be evaluated through no fault of its own. */
    ERROR;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One rule's result.
   *
   * @param subject the dataset, else the product
   * @param file where the rule is written; empty where that is not known
   * @param line from 1, and so the column; 0 where it is not known
   * @param how the value was come by: {@code exact, metadata}; empty where nothing was measured
   */
  record Result(
      String product,
      String subject,
      String rule,
      Kind kind,
      String origin,
      String file,
      int line,
      int column,
      String measured,
      String how,
      String message,
      JsonNode sample) {}

  /** Nothing was judged, as the definitions have mistakes. */
  static Report of(List<Mistake> mistakes) {
    return new Report(false, List.of(), MissingNode.getInstance(), mistakes);
  }

  static Report of(JsonNode answer) {
    List<Result> results = new ArrayList<>();
    for (JsonNode product : answer.path("products")) {
      String name = product.path("product").asText();
      product.path("findings").forEach(f -> results.add(result(name, f)));
      product.path("errors").forEach(e -> results.add(error(name, e.asText())));
    }
    return new Report(
        answer.path("passed").asBoolean(), results, answer.path("waivers"), List.of());
  }

  private static Result result(String product, JsonNode finding) {
    return new Result(
        product,
        finding.path("dataset").asText(product),
        finding.path("check").asText(),
        kind(finding),
        finding.path("origin").asText(),
        finding.path("file").asText(""),
        finding.path("line").asInt(),
        finding.path("column").asInt(),
        finding.path("measured").asText(""),
        FindingsTable.how(finding.path("evidence")),
        finding.path("message").asText(),
        finding.path("sample"));
  }

  private static Result error(String product, String message) {
    return new Result(
        product,
        product,
        "evaluation",
        Kind.ERROR,
        "headgate",
        "",
        0,
        0,
        "",
        "",
        message,
        MissingNode.getInstance());
  }

  private static Kind kind(JsonNode finding) {
    return Kind.valueOf(FindingsTable.result(finding).toUpperCase(Locale.ROOT));
  }

  long count(Kind kind) {
    return results.stream().filter(r -> r.kind() == kind).count();
  }
}
