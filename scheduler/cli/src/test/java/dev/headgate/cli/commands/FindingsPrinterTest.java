package dev.headgate.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.headgate.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsPrinterTest {
  private static final String RELEASE =
      """
      {"id": 6, "product": "sales.orders", "state": "HELD", "reason": "a check failed",
       "blockedBy": [], "createdAt": "2001-07-01T06:00:00Z", "endedAt": null, "warehouse": "release-6", "approvalsNeeded": 0,
       "verdict": {"results": [
         {"dataset": "sales.orders", "check": "no order twice", "severity": "ERROR",
          "outcome": "WAIVED", "waiver": 3, "message": "2 duplicates",
          "sample": {"columns": ["id", "card"], "rows": [["7", "•••"]], "truncated": true}},
         {"dataset": "sales.orders", "check": "rows", "severity": "ERROR",
          "outcome": "PASSED", "waiver": null, "message": "5 rows", "sample": null}]},
       "waivers": [
         {"id": 3, "rule": "no order twice", "scope": "sales.orders", "reason": "it is repaired",
          "actor": "ana", "until": "2001-07-31T06:00:00Z", "inForce": true, "revoked": null}]}
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Session session =
      new Session(
          new Terminal(
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              false,
              0),
          Map.of());

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aReleaseShowsTheRowsThatBreakARuleAndWhyThatDoesNotBlock() throws Exception {
    new ReleasePrinter(session).details(json(RELEASE));

    assertThat(out())
        .contains("Rows that break 'no order twice' of sales.orders:")
        .containsPattern("7 +•••")
        .contains("… and more")
        .doesNotContain("Rows that break 'rows'")
        .containsPattern(
            "Waived by ana: 'no order twice' in sales.orders .waiver 3, until 2001-07-31.*:"
                + " it is repaired");
  }

  @Test
  void anEndedWaiverIsNotSaidToHold() throws Exception {
    new FindingsPrinter(session)
        .waivers(json(RELEASE.replace("\"inForce\": true", "\"inForce\": false")).path("waivers"));

    assertThat(out()).contains("(waiver 3, ended 2001-07-31");
  }

  @Test
  void whatIsNotThereIsNotShown() {
    FindingsPrinter printer = new FindingsPrinter(session);
    printer.sample("rows", "sales.orders", MissingNode.getInstance());
    printer.waivers(MissingNode.getInstance());

    assertThat(out()).isEmpty();
  }
}
