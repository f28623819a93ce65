package dev.headgate.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.api.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place in SARIF is one that is known. */
class SarifTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOUND =
      """
      {"products": [{"product": "a.b", "findings": [
        {"check": "rule", "severity": "ERROR", "outcome": "FAILED", "message": "m", "file": "%s",
         "line": %s, "column": %s}]}]}
      """;
  private static final String CONTRACT =
      """
      version: 1.0.0
      schema:
        - name: flights
          properties:
            - name: delay
              logicalType: integer
              quality:
                - {name: sane delays, metric: invalidValues, mustBe: 0}
      """;

  @TempDir private Path folder;

  private static String found(String file) {
    return FOUND.formatted(file, null, null);
  }

  private JsonNode log(String answer, Repository repository) throws IOException {
    return log(Report.of(JSON.readTree(answer)), repository);
  }

  private JsonNode log(Report report, Repository repository) throws IOException {
    Path file = folder.resolve("out.sarif");
    Sarif.write(report, file, repository);
    return JSON.readTree(file.toFile());
  }

  private JsonNode location(String answer, Optional<Path> definitions) throws IOException {
    Repository repository = new Repository(definitions, folder);
    return log(answer, repository).at("/runs/0/results/0/locations/0");
  }

  @Test
  void aRuleIsOnItsLine() throws IOException {
    Path contracts = Files.createDirectories(folder.resolve("lake/contracts"));
    Files.writeString(contracts.resolve("flights.odcs.yaml"), CONTRACT);
    String answer = FOUND.formatted("contracts/flights.odcs.yaml", 8, 13);
    JsonNode log = log(answer, new Repository(Optional.of(folder.resolve("lake")), folder));

    assertThat(log.at("/runs/0/columnKind").asText()).isEqualTo("unicodeCodePoints");
    JsonNode place = log.at("/runs/0/results/0/locations/0/physicalLocation");
    Path file = folder.resolve(place.at("/artifactLocation/uri").asText());
    List<String> lines = Files.readAllLines(file);
    String line = lines.get(place.at("/region/startLine").asInt() - 1);
    assertThat(line.substring(place.at("/region/startColumn").asInt() - 1))
        .startsWith("{name: sane delays");
  }

  @Test
  void aWarningAndWhatIsWaivedAreOnTheirLines() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), CONTRACT);
    String warning = FOUND.formatted("a.yaml", 5, 9).replace("ERROR", "WARNING");
    String waived = FOUND.formatted("a.yaml", 5, 9).replace("FAILED", "WAIVED");

    for (String answer : List.of(warning, waived)) {
      JsonNode region = location(answer, Optional.of(folder)).at("/physicalLocation/region");
      assertThat(region.path("startLine").asInt()).isEqualTo(5);
      assertThat(region.path("startColumn").asInt()).isEqualTo(9);
    }
  }

  @Test
  void aRuleWhoseLineIsNotKnownIsInItsFileAndNotOnItsFirstLine() throws IOException {
    Files.writeString(folder.resolve("own.policy.yaml"), "policies: []");
    JsonNode location = location(found("own.policy.yaml"), Optional.of(folder));
    assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("own.policy.yaml");
    assertThat(location.at("/physicalLocation").has("region")).isFalse();
  }

  @Test
  void aFileThatIsNotAmongTheDefinitionsIsNoPlace() throws IOException {
    for (String answer :
        List.of(
            found("policies/standard.policy.yaml"),
            FOUND.formatted("policies/standard.policy.yaml", 3, 7))) {
      assertThat(location(answer, Optional.of(folder)).has("physicalLocation")).isFalse();
      assertThat(location(answer, Optional.of(folder)).at("/logicalLocations/0").isMissingNode())
          .isFalse();
    }
    assertThat(
            location(found("policies/standard.policy.yaml"), Optional.empty())
                .has("physicalLocation"))
        .isTrue();
  }

  @Test
  void aMistakeIsWhereItIs() throws IOException {
    Report report = Report.of(List.of(new Mistake("a.yaml", 3, 7, "m")));
    JsonNode result =
        log(report, new Repository(Optional.of(folder), folder)).at("/runs/0/results/0");
    assertThat(result.path("level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText()).isEqualTo("m");
    JsonNode region = result.at("/locations/0/physicalLocation/region");
    assertThat(region.path("startLine").asInt()).isEqualTo(3);
    assertThat(region.path("startColumn").asInt()).isEqualTo(7);
  }
}
