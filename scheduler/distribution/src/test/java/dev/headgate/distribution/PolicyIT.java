package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code headgate policy test} with the plugins of the distribution. */
class PolicyIT {
  private static final String POLICY =
      """
      policies:
        - id: owned
          scope: product
          rule: product.owners.size() > 0
          message: nobody owns it
      """;

  @TempDir private Path folder;

  @Test
  void theShippedPoliciesPassTheirFixtures() {
    JsonNode report = Distribution.json(folder, "policy", "test");

    assertThat(report.path("fixtures")).hasSizeGreaterThan(25);
    assertThat(report.path("untested")).isEmpty();
    assertThat(Distribution.run(folder, "policy", "test"))
        .contains("All " + report.path("fixtures").size() + " fixtures came out as they say.");
  }

  @Test
  void aFixtureThatComesOutOtherwiseIsShown() throws Exception {
    write("x.policy.yaml", POLICY);
    write(
        "x.fixtures.yaml",
        "fixtures:\n  - {policy: owned, expect: fail, given: {product: {owners: [ana]}}}\n");

    assertThatThrownBy(() -> Distribution.run(folder, "policy", "test", folder.toString()))
        .hasMessageContaining("ended with 1");
  }

  @Test
  void aPolicyWithoutFixturesIsNotTested() throws Exception {
    write("x.policy.yaml", POLICY);

    assertThat(Distribution.attempt(folder, 1, "policy", "test", folder.toString()))
        .contains("policy 'owned' has no fixture that passes or fails")
        .contains("1 policy is not tested.");
  }

  @Test
  void aMistakeIsWhereTheFileHasIt() throws Exception {
    write("x.policy.yaml", POLICY.replace("owners", "ownrs"));

    assertThatThrownBy(() -> Distribution.run(folder, "policy", "test", folder.toString()))
        .hasMessageContaining("ended with 2")
        .hasMessageContaining("x.policy.yaml:4:19: 'rule': there is no field 'ownrs' here");
  }

  @Test
  void aPolicyThatIsNotMetIsShownWhereTheFileHasIt() throws Exception {
    write("domain.yaml", "domain: sales\nowners: [ana]\n");
    write("pipeline.yaml", "product: sales.shop\ndatasets:\n  orders: {job: {type: open}}\n");
    write("own.policy.yaml", POLICY.replace("owners.size() > 0", "owners.size() > 1"));
    Path sarif = folder.resolve("out.sarif");

    String printed =
        Distribution.attempt(
            folder,
            1,
            "check",
            folder.toString(),
            "--at",
            "definitions",
            "--sarif",
            sarif.toString());

    assertThat(printed).contains("nobody owns it").contains("policy own.policy.yaml:2");
    List<String> lines = Files.readAllLines(folder.resolve("own.policy.yaml"));
    int found = 0;
    for (JsonNode result : Distribution.read(Files.readString(sarif)).at("/runs/0/results")) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      if (result.path("ruleId").asText().equals("owned")) {
        found++;
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("own.policy.yaml");
        String line = lines.get(place.at("/region/startLine").asInt() - 1);
        assertThat(line.substring(place.at("/region/startColumn").asInt() - 1)).isEqualTo("owned");
      } else {
        assertThat(place.isMissingNode()).as("a policy of the site: " + result).isTrue();
      }
    }
    assertThat(found).isEqualTo(1);
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
