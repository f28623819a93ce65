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
    assertThat(report.path("contracts")).hasSize(2);
    assertThat(report.at("/contracts/1/before").isMissingNode()).isTrue();
    assertThat(report.at("/contracts/1/level").asText()).isEqualTo("minor");
    assertThat(report.at("/contracts/1/changes/0/rule").asText()).isEqualTo("dataset-added");
    assertThat(report.at("/contracts/0/level").asText()).isEqualTo("major");
    assertThat(report.at("/contracts/0/changes/0/path").asText()).isEqualTo("flights.delay");
    assertThat(report.path("added").toString()).isEqualTo("[\"other/flights\"]");
  }

  @Test
  void whatIsGoneIsMajorAndEndsWithOne() throws Exception {
    Path old = Files.createDirectories(folder.resolve("old"));
    Path now = Files.createDirectories(folder.resolve("new"));
    write("old/flights.odcs.yaml", CONTRACT.formatted("1.0.0", "integer"));
    write(
        "new/flights.odcs.yaml",
        CONTRACT.formatted("1.0.0", "integer").replace("operations-flights", "other"));

    assertThat(Distribution.attempt(folder, 1, "contract", "diff", old.toString(), now.toString()))
        .contains("operations-flights/flights: only in the earlier, 1.0.0, major")
        .contains("no contract has the id 'operations-flights' any more");
  }

  @Test
  void twoFilesAreComparedWhateverTheyCallThemselves() throws Exception {
    String contract = CONTRACT.formatted("1.0.0", "integer");
    Path before = write("before.yaml", contract);
    Path otherId = write("id.yaml", contract.replace("operations-flights", "flights"));
    Path renamed = write("renamed.yaml", contract.replace("name: flights", "name: departures"));

    assertThat(
            Distribution.attempt(
                folder, 1, "contract", "diff", before.toString(), otherId.toString()))
        .contains("flights/flights: 1.0.0 → 1.0.0, minor: expected at least 1.1.0");
    assertThat(
            Distribution.attempt(
                folder, 1, "contract", "diff", before.toString(), renamed.toString()))
        .contains("operations-flights/departures: 1.0.0 → 1.0.0, major: expected at least 2.0.0")
        .contains("dataset 'flights' is now called 'departures'");
  }

  @Test
  void theSameContractTwiceIsAMistakeWithBothPlaces() throws Exception {
    Path all = Files.createDirectories(folder.resolve("all"));
    write("all/a.odcs.yaml", CONTRACT.formatted("1.0.0", "integer"));
    write("all/b.odcs.yaml", CONTRACT.formatted("2.0.0", "string"));

    assertThatThrownBy(
            () -> Distribution.run(folder, "contract", "diff", all.toString(), all.toString()))
        .hasMessageContaining("ended with 2")
        .hasMessageContaining("b.odcs.yaml:7:11: ")
        .hasMessageContaining("also in a.odcs.yaml:7:11");
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
