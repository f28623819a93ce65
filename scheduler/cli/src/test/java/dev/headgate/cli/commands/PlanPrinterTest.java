package dev.headgate.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plan says, it says once. */
class PlanPrinterTest {
  private static final String WAITS = "shop.totals reads sales.orders and has not accepted major 2";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

  private String plan(String diff, String findings) throws Exception {
    String plan =
        """
        {"contracts": [{"diff": {"name": "sales.orders", "before": "1.0.0", "level": "major",
          "demanded": "2.0.0", "changes": [], %s},
          "consumers": [{"accepted": false, "message": "%s"}]}],
         "findings": [%s]}"""
            .formatted(diff, WAITS, findings);
    new PlanPrinter(new Session(new Terminal(stream, stream, false, 0), Map.of()))
        .plan(new ObjectMapper().readTree(plan));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String finding(String rule, String severity, String message) {
    return """
        {"rule": "%s", "severity": "%s", "subject": "dataset sales.orders", "message": "%s"}"""
        .formatted(rule, severity, message);
  }

  @Test
  void whoWaitsIsSaidWithTheContractAlone() throws Exception {
    String findings =
        finding("major-accepted", "warning", WAITS + "; releases wait until its owners accept")
            + ","
            + finding("major-accepted", "warning", "another reads it");
    assertThat(plan("\"after\": \"2.0.0\"", findings))
        .containsOnlyOnce(WAITS)
        .contains(
            "  ! " + WAITS,
            "  Releases wait until the owners of each that is marked accept: headgate contract"
                + " accept sales.orders@2 --for PRODUCT\n",
            "Warning: dataset sales.orders: another reads it");
  }

  @Test
  void aVersionThatIsTooLowIsSaidOnceAndAtItsPlace() throws Exception {
    String low = "version 1.1.0 is too low: after 1.0.0 expected at least 2.0.0";
    assertThat(
            plan(
                "\"after\": \"1.1.0\", \"objection\": \"" + low + "\"",
                finding("contract-version", "error", low)))
        .containsOnlyOnce("2.0.0")
        .contains(
            "Contract of sales.orders: 1.0.0 → 1.1.0, major\n",
            "accept, which they can once the contract has such a version.",
            "Error: dataset sales.orders: " + low);
  }
}
