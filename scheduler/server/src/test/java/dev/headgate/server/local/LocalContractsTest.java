package dev.headgate.server.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalContractsTest {
  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: %s
      version: 1.0.0
      status: active
      schema:
        - name: flights
          properties:
            - {name: origin, logicalType: %s}
      """;

  @TempDir private Path folder;

  private Path write(String file, String id, String type) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, CONTRACT.formatted(id, type));
  }

  private LocalContracts.Report diff(Path before, Path after) throws IOException {
    Files.createDirectories(folder.resolve("installation").resolve("plugins"));
    return new LocalContracts(new Installation(folder.resolve("installation")), Map.of())
        .diff(new Home(folder.resolve("home")), before, after);
  }

  @Test
  void aFileIsCalledAsItIs() throws Exception {
    Path before = write("a.odcs.yaml", "flights", "string");
    Path after = write("b.yaml", "flights", "integr");

    assertThat(catchThrowableOfType(HeadgateException.class, () -> diff(before, after)))
        .hasMessageContaining("\nb.yaml:9:37: ");
  }

  @Test
  void aContractMayHaveNoSchemaYet() throws Exception {
    String header = CONTRACT.substring(0, CONTRACT.indexOf("schema:")).formatted("flights");
    Path before = Files.writeString(folder.resolve("a.odcs.yaml"), header);
    Path after = write("b.odcs.yaml", "flights", "string");

    assertThat(diff(before, before).contracts()).isEmpty();
    assertThat(diff(before, after).added()).containsExactly("flights/flights");
    assertThat(diff(after, before).removed()).containsExactly("flights/flights");
  }

  @Test
  void whatIsTooLowIsSaidWhereTheVersionIs() throws Exception {
    Path before = write("a.odcs.yaml", "flights", "string");
    Path after = write("b.yaml", "flights", "integer");

    assertThat(diff(before, after).contracts())
        .singleElement()
        .satisfies(
            c -> assertThat(c.objection()).startsWith("b.yaml:4:10: version 1.0.0 is too low: "));
  }

  @Test
  void whatIsGoneIsSaidWhereItWas() throws Exception {
    write("old/flights.odcs.yaml", "flights", "string");
    write("old/crews.odcs.yaml", "crews", "string");
    write("new/flights.odcs.yaml", "flights", "string");

    assertThat(diff(folder.resolve("old"), folder.resolve("new")).contracts())
        .filteredOn(c -> c.objection() != null)
        .singleElement()
        .satisfies(
            c ->
                assertThat(c.objection())
                    .startsWith("crews.odcs.yaml:4:10: no contract has the id 'crews' any more"));
  }

  @Test
  void mistakesOfBothSidesAreSaidAtOnce() throws Exception {
    Path before = write("a.odcs.yaml", "flights", "strng");
    Path after = write("b.odcs.yaml", "flights", "integr");

    HeadgateException refused =
        catchThrowableOfType(HeadgateException.class, () -> diff(before, after));
    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_DEFINITION);
    assertThat(refused)
        .hasMessageContaining("a.odcs.yaml:9:37: ")
        .hasMessageContaining("'strng'")
        .hasMessageContaining("b.odcs.yaml:9:37: ")
        .hasMessageContaining("'integr'");
  }

  @Test
  void thoseOfOneFileTwiceAreSaidOnce() throws Exception {
    Path file = write("a.odcs.yaml", "flights", "strng");

    HeadgateException refused =
        catchThrowableOfType(HeadgateException.class, () -> diff(file, file));
    assertThat(refused.getMessage()).containsOnlyOnce("'strng'");
  }

  @Test
  void inFoldersAContractIsFoundByItsIdWhateverItsFileIsCalled() throws Exception {
    write("old/flights.odcs.yaml", "flights", "string");
    write("old/crews.odcs.yaml", "crews", "string");
    write("new/deep/crews-now.odcs.yaml", "flights", "integer");
    write("new/flights.odcs.yaml", "crews", "string");

    LocalContracts.Report report = diff(folder.resolve("old"), folder.resolve("new"));
    assertThat(report.added()).isEmpty();
    assertThat(report.removed()).isEmpty();
    assertThat(report.contracts()).extracting(c -> c.name()).contains("flights/flights");
    assertThat(report.contracts())
        .filteredOn(c -> !c.changes().isEmpty())
        .singleElement()
        .satisfies(c -> assertThat(c.name()).isEqualTo("flights/flights"));
  }
}
