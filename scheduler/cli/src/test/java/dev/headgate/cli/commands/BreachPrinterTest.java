package dev.headgate.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreachPrinterTest {
  private static String printed(String products) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Session session = new Session(new Terminal(stream, stream, false, 0), Map.of());
    new BreachPrinter(session).print(new ObjectMapper().readTree(products));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsNotMetIsShownWithItsDataset() throws Exception {
    String shown =
        printed(
            """
            [{"breaches": []},
             {"breaches": [{"dataset": "sales.orders", "property": "latency", "message": "is 27 h old",
               "since": "2001-07-01T06:00:00Z"}]}]
            """);

    assertThat(shown).contains("SERVICE LEVEL NOT MET");
    assertThat(shown).containsPattern("latency +sales.orders +2001-0.*is 27 h old");
  }

  @Test
  void nothingIsSaidWhereAllIsWell() throws Exception {
    assertThat(printed("[{\"breaches\": []}, {}]")).isEmpty();
  }
}
