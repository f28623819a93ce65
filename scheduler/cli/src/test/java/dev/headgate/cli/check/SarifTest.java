package dev.headgate.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place in SARIF is one that is known. */
class SarifTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOUND =
      """
      {"products": [{"product": "a.b", "findings": [
        {"check": "rule", "severity": "ERROR", "outcome": "FAILED", "message": "m", "file": "%s"}]}]}
      """;

  @TempDir private Path folder;

  private JsonNode location(String answer, Optional<Path> definitions) throws IOException {
    Path file = folder.resolve("out.sarif");
    Sarif.write(Report.of(JSON.readTree(answer)), file, definitions);
    return JSON.readTree(file.toFile()).at("/runs/0/results/0/locations/0");
  }

  @Test
  void aRuleIsInItsFileAndNotOnItsFirstLine() throws IOException {
    Files.writeString(folder.resolve("own.policy.yaml"), "policies: []");
    JsonNode location = location(FOUND.formatted("own.policy.yaml"), Optional.of(folder));
    assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("own.policy.yaml");
    assertThat(location.at("/physicalLocation").has("region")).isFalse();
  }

  @Test
  void aFileThatIsNotAmongTheDefinitionsIsNoPlace() throws IOException {
    String answer = FOUND.formatted("policies/standard.policy.yaml");
    assertThat(location(answer, Optional.of(folder)).has("physicalLocation")).isFalse();
    assertThat(location(answer, Optional.of(folder)).at("/logicalLocations/0").isMissingNode())
        .isFalse();
    assertThat(location(answer, Optional.empty()).has("physicalLocation")).isTrue();
  }

  @Test
  void aMistakeIsWhereItIs() throws IOException {
    String answer =
        "{\"mistakes\": [{\"file\": \"a.yaml\", \"line\": 3, \"column\": 7, \"message\": \"m\"}]}";
    JsonNode region = location(answer, Optional.of(folder)).at("/physicalLocation/region");
    assertThat(region.path("startLine").asInt()).isEqualTo(3);
    assertThat(region.path("startColumn").asInt()).isEqualTo(7);
  }
}
