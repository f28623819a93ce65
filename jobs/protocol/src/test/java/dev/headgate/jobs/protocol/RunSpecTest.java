package dev.headgate.jobs.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunSpecTest {
  private static final RunSpec SPEC =
      new RunSpec(
          "analytics.flight-delays",
          12,
          "12-daily_delays",
          2,
          "http://127.0.0.1:8080/iceberg",
          "release-12",
          List.of(
              new RunSpec.Target(
                  "analytics.daily_delays",
                  Optional.of("day(flight_date)"),
                  "merge",
                  List.of("flight_date", "origin")),
              new RunSpec.Target("analytics.scores", Optional.empty(), "append", List.of())),
          Map.of("day", "2001-06-30"),
          Map.of("headgate.release", "12"));

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(RunSpec.parse(SPEC.toJson())).isEqualTo(SPEC);
  }

  @Test
  void unknownKeysOfANewerLauncherAreIgnored() {
    String json = "{\"later\":[1]," + SPEC.toJson().substring(1);

    assertThat(RunSpec.parse(json)).isEqualTo(SPEC);
  }

  @Test
  void aMissingOrWrongKeyIsNamed() {
    assertThatThrownBy(() -> RunSpec.parse("{}")).hasMessage("'product' is missing");
    assertThatThrownBy(
            () -> RunSpec.parse(SPEC.toJson().replace("\"release\":12", "\"release\":\"12\"")))
        .hasMessage("'release' is not a Long: 12");
    assertThatThrownBy(() -> RunSpec.parse("[]")).hasMessage("the document is not a JSON object");
  }
}
