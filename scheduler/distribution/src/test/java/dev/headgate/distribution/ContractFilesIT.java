package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code headgate contract diff}, without a server. */
class ContractFilesIT {
  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: operations-flights
      version: %s
      status: active
      schema:
        - name: flights
          properties:
            - {name: origin, logicalType: string}
            - {name: delay, logicalType: %s}
      """;

  @TempDir private Path folder;

  @Test
  void eachChangeIsClassedAndTheVersionDemanded() throws Exception {
    Path before = write("before.yaml", CONTRACT.formatted("1.0.0", "integer"));
    Path after = write("after.yaml", CONTRACT.formatted("1.1.0", "string"));

    String words =
        Distribution.attempt(folder, 1, "contract", "diff", before.toString(), after.toString());
    assertThat(words)
        .contains("operations-flights/flights: 1.0.0 → 1.1.0, major: expected at least 2.0.0")
        .contains("major, hurts readers and writers: ")
        .contains("version 1.1.0 is too low: after 1.0.0 expected at least 2.0.0");
    assertThat(Distribution.run(folder, "contract", "diff", before.toString(), before.toString()))
        .contains("1.0.0 → 1.0.0, no change");
  }

  @Test
  void foldersAreComparedByIdAndObject() throws Exception {
    Path old = Files.createDirectories(folder.resolve("old"));
    Path now = Files.createDirectories(folder.resolve("new"));
    write("old/flights.odcs.yaml", CONTRACT.formatted("1.0.0", "integer"));
    write("new/renamed.odcs.yaml", CONTRACT.formatted("2.0.0", "string"));
    write(
        "new/other.odcs.yaml",
        CONTRACT.formatted("1.0.0", "integer").replace("operations-flights", "other"));

    JsonNode report = Distribution.json(folder, "contract", "diff", old.toString(), now.toString());
    assertThat(report.path("contracts")).hasSize(1);
    assertThat(report.at("/contracts/0/level").asText()).isEqualTo("major");
    assertThat(report.at("/contracts/0/changes/0/path").asText()).isEqualTo("flights.delay");
    assertThat(report.path("added").toString()).isEqualTo("[\"other/flights\"]");
  }

  @Test
  void aMistakeIsWhereTheFileHasIt() throws Exception {
    Path before = write("before.yaml", CONTRACT.formatted("1.0.0", "integer"));
    Path broken = write("broken.odcs.yaml", CONTRACT.formatted("1.0.0", "integr"));
    assertThatThrownBy(
            () ->
                Distribution.run(folder, "contract", "diff", before.toString(), broken.toString()))
        .hasMessageContaining("ended with 2")
        .hasMessageContaining("broken.odcs.yaml:10:36: ")
        .hasMessageContaining("integer");
  }

  private Path write(String file, String content) throws IOException {
    return Files.writeString(folder.resolve(file), content);
  }
}
