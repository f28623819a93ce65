package dev.headgate.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class GradePrinterTest {
  private static final String PRODUCT =
      """
      {"product": "sales.revenue", "grade": {"grade": "B", "points": 80, "reasons": [
        {"evidence": "contract", "points": 12, "most": 12, "message": "each dataset has a contract"},
        {"evidence": "checks passed", "points": 10, "most": 15, "message": "10 of 15 passed"},
        {"evidence": "waivers", "points": 0, "most": 15, "message": "2 waivers stand"}]},
       "waivers": [{"id": 7, "rule": "rows", "scope": "sales", "reason": "late",
         "until": "2001-07-01T06:00:00Z"}]}
      """;

  private static String printed(BiConsumer<GradePrinter, JsonNode> what, String json)
      throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Session session = new Session(new Terminal(stream, stream, false, 0), Map.of());
    what.accept(new GradePrinter(session), new ObjectMapper().readTree(json));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void oneHasItsReasons() throws Exception {
    assertThat(printed(GradePrinter::one, PRODUCT))
        .contains("sales.revenue: B, 80 of 100 points")
        .containsPattern("checks passed +10 of 15 +10 of 15 passed");
  }

  @Test
  void ofAllTheGreatestGainIsNamed() throws Exception {
    assertThat(printed(GradePrinter::all, "[" + PRODUCT + "]"))
        .containsPattern("sales.revenue +B +80 +1 +waivers");
    assertThat(printed(GradePrinter::all, "[]")).contains("There are no products.");
  }

  @Test
  void exceptionsAreShownOnceAndNothingWhereThereAreNone() throws Exception {
    String twice = printed(GradePrinter::waivers, "[" + PRODUCT + "," + PRODUCT + "]");
    assertThat(twice).containsPattern("7 +rows +sales +late").containsOnlyOnce("late");
    assertThat(printed(GradePrinter::waivers, "[{\"waivers\": []}]")).isEmpty();
  }
}
