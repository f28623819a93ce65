package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void aMistakeIsWhereTheFileHasIt() throws Exception {
    write("x.policy.yaml", POLICY.replace("owners", "ownrs"));

    assertThatThrownBy(() -> Distribution.run(folder, "policy", "test", folder.toString()))
        .hasMessageContaining("ended with 2")
        .hasMessageContaining("x.policy.yaml:4:19: 'rule': there is no field 'ownrs' here");
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
