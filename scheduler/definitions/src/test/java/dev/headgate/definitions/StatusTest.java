package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.source.Sources;
import dev.headgate.model.contract.Contract.Status;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard's words for what stands a contract is at, and those of its examples. */
class StatusTest {
  @ParameterizedTest
  @CsvSource({
    "production, ACTIVE",
    "current, ACTIVE",
    "Active, ACTIVE",
    "development, DRAFT",
    "Development, DRAFT",
    "in development, DRAFT",
    "test, DRAFT",
    "pending, DRAFT",
    "DRAFT, DRAFT",
    "proposed, PROPOSED",
    "deprecated, DEPRECATED",
    "Retired, RETIRED",
  })
  void eachWordIsAStatus(String word, Status status) {
    String contract =
        """
        apiVersion: v3.0.0
        kind: DataContract
        id: one
        version: 1.0.0
        status: %s
        schema: [{name: t}]
        """
            .formatted(word);
    ContractParser.Result result =
        ContractParser.parse(
            Sources.of(Map.of("t.odcs.yaml", Samples.bytes(contract))), Samples.EXTENSIONS);

    assertThat(result.problems()).isEmpty();
    assertThat(result.contracts().get(0).status()).isEqualTo(status);
  }
}
