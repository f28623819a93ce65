package dev.headgate.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndingPrinterTest {
  private static String printed(String products) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Session session = new Session(new Terminal(stream, stream, false, 0), Map.of());
    new EndingPrinter(session).print(new ObjectMapper().readTree(products));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatEndsIsShownWithWhoReadsIt() throws Exception {
    assertThat(
            printed(
                """
                [{"product": "sales.shop", "endingInputs": []},
                 {"product": "ana.report", "endingInputs": [{"dataset": "sales.orders",
                   "producer": "sales.shop", "date": "2027-01-01", "message": "it ends"}]}]
                """))
        .contains("INPUT THAT ENDS")
        .containsPattern("sales.orders +ana.report +2027-01-01 +it ends");
  }

  @Test
  void nothingIsSaidWhereNothingEnds() throws Exception {
    assertThat(printed("[{\"endingInputs\": []}, {}]")).isEmpty();
  }
}
