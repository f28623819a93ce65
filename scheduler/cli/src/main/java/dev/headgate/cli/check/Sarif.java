package dev.headgate.cli.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headgate.cli.api.Mistake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * A report as SARIF 2.1.0 (OASIS), as code hosts show it beside files: what fails or warns, where
 * it is written. What is waived is there as suppressed; what passes is not.
 */
final class Sarif {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String DEFINITION = "definition";

  private final ArrayNode results = JSON.createArrayNode();
  private final Set<String> rules = new TreeSet<>();
  private final Repository repository;

  private Sarif(Repository repository) {
    this.repository = repository;
  }

  /**
   * Writes {@code file}.
   *
   * @param repository that has the definitions: a file that is not in it is no place
   */
  static void write(Report report, Path file, Repository repository) throws IOException {
    JSON.writerWithDefaultPrettyPrinter()
        .writeValue(file.toFile(), new Sarif(repository).log(report));
  }

  private ObjectNode log(Report report) {
    for (Mistake mistake : report.mistakes()) {
      ObjectNode result = result(DEFINITION, "error", mistake.message());
      locate(result, repository.fromRoot(mistake.file()), mistake.line(), mistake.column());
    }
    report.results().forEach(this::add);
    ObjectNode log = JSON.createObjectNode();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "headgate");
    run.put("columnKind", "unicodeCodePoints");
    ArrayNode known = driver.putArray("rules");
    rules.forEach(rule -> known.addObject().put("id", rule));
    run.set("results", results);
    return log;
  }

  private void add(Report.Result found) {
    String level =
        switch (found.kind()) {
          case FAIL, ERROR, WAIVED -> "error";
          case WARN -> "warning";
          case PASS, SKIP -> "";
        };
    if (level.isEmpty()) {
      return;
    }
    ObjectNode result =
        result(
            found.rule(), level, found.rule() + " of " + found.subject() + ": " + found.message());
    repository
        .path(found.file())
        .ifPresent(path -> locate(result, path, found.line(), found.column()));
    ObjectNode logical =
        result.withArrayProperty("locations").isEmpty()
            ? result.withArrayProperty("locations").addObject()
            : (ObjectNode) result.withArrayProperty("locations").get(0);
    logical.putArray("logicalLocations").addObject().put("fullyQualifiedName", found.subject());
    if (found.kind() == Report.Kind.WAIVED) {
      result.putArray("suppressions").addObject().put("kind", "external").put("status", "accepted");
    }
    result
        .putObject("partialFingerprints")
        .put("headgateRule/v1", found.subject() + "#" + found.rule());
  }

  private ObjectNode result(String rule, String level, String message) {
    rules.add(rule);
    ObjectNode result = results.addObject();
    result.put("ruleId", rule);
    result.put("level", level);
    result.putObject("message").put("text", message);
    return result;
  }

  /** At the line where it is known, else the file as a whole. */
  private static void locate(ObjectNode result, String path, int line, int column) {
    ObjectNode place =
        result.withArrayProperty("locations").addObject().putObject("physicalLocation");
    place.putObject("artifactLocation").put("uri", Repository.uri(path));
    if (line > 0) {
      ObjectNode region = place.putObject("region").put("startLine", line);
      if (column > 0) {
        region.put("startColumn", column);
      }
    }
  }
}
