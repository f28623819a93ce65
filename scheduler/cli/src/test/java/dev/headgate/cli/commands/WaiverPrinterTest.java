package dev.headgate.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaiverPrinterTest {
  private static final String WAIVER =
      """
      {"id": 3, "rule": "rows", "scope": "sales", "reason": "it is repaired", "actor": "ana",
       "since": "2001-07-01T06:00:00Z", "until": "2001-07-31T06:00:00Z", "inForce": true,
       "renews": null, "revoked": null}
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final WaiverPrinter printer =
      new WaiverPrinter(
          new Session(
              new Terminal(
                  new PrintStream(out, true, StandardCharsets.UTF_8),
                  new PrintStream(out, true, StandardCharsets.UTF_8),
                  false,
                  0),
              Map.of()));

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatWasGrantedIsSaidWithWhatIsJudgedAgain() throws Exception {
    printer.granted(json("{\"waiver\": " + WAIVER + ", \"judgedAgain\": [7, 9]}"));

    assertThat(out())
        .contains(
            "Waiver 3: 'rows' does not block in sales until 2001-07-31",
            "Release 7 is judged again.",
            "Release 9 is judged again.")
        .doesNotContain("renews");
  }

  @Test
  void aRenewalSaysOfWhat() throws Exception {
    printer.granted(
        json(
            "{\"waiver\": "
                + WAIVER.replace("\"renews\": null", "\"renews\": 2")
                + ", \"judgedAgain\": []}"));

    assertThat(out()).contains("; it renews waiver 2.").doesNotContain("judged again");
  }

  @Test
  void aRevokedOneBlocksAgain() throws Exception {
    printer.revoked(json("{\"waiver\": " + WAIVER + ", \"judgedAgain\": [7]}"));

    assertThat(out())
        .contains("Waiver 3 is revoked: 'rows' blocks again in sales.")
        .contains("Release 7 is judged again.");
  }

  @Test
  void theListSaysWhatEndedAndHowDomainsUseThem() throws Exception {
    String ended = WAIVER.replace("true", "false");
    String revoked = ended.replace("\"revoked\": null", "\"revoked\": \"2001-07-02T06:00:00Z\"");
    printer.list(
        json(
            "{\"waivers\": ["
                + String.join(", ", WAIVER, ended, revoked)
                + "], \"domains\": [{\"domain\": \"sales\", \"inForce\": 1, \"all\": 3,"
                + " \"renewals\": 2}]}"));

    assertThat(out().lines().filter(l -> l.contains("it is repaired")))
        .hasSize(3)
        .anyMatch(l -> l.contains("ended 2001-07-31"))
        .anyMatch(l -> l.contains("revoked 2001-07-02"));
    assertThat(out()).containsPattern("sales +1 +3 +2");
  }

  @Test
  void nothingInForceIsSaid() throws Exception {
    printer.list(json("{\"waivers\": [], \"domains\": []}"));

    assertThat(out()).contains("No waiver is in force.").doesNotContain("DOMAIN");
  }
}
