package dev.headgate.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasePrinterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rows: 6                          | "rows: 6"              | HELD: rows: 6
          2 checks do not pass: rows: 6; … | "rows: 6", "late"      | HELD: 2 checks do not pass: rows: 6; late
          it could not be judged           | "no column 'a'"        | HELD: it could not be judged; no column 'a'
          a release is newer               |                        | HELD: a release is newer
          """)
  void whatBlocksIsSaidOnce(String reason, String blockers, String expected) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    new ReleasePrinter(new Session(new Terminal(stream, stream, false, 0), Map.of()))
        .line(
            new ObjectMapper()
                .readTree(
                    """
                    {"id": 6, "product": "sales.revenue", "state": "HELD", "lakeVersion": null,
                     "reason": "%s", "blockedBy": [%s]}
                    """
                        .formatted(reason, blockers == null ? "" : blockers)));

    assertThat(out.toString(StandardCharsets.UTF_8).lines().findFirst())
        .contains("Release 6 of sales.revenue is " + expected);
  }
}
