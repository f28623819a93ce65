package dev.headgate.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasePrinterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final Session session = new Session(new Terminal(stream, stream, false, 0), Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rows: 6                          | "rows: 6"              | HELD: rows: 6
          2 checks do not pass: rows: 6; … | "rows: 6", "late"      | HELD: 2 checks do not pass:/  rows: 6/  late
          it could not be judged           | "no column 'a'"        | HELD: it could not be judged; no column 'a'
          it could not be judged           | "a", "b", "c", "d"     | HELD: it could not be judged:/  a/  b/  c/  and 1 more: headgate release show 6
          5 checks do not pass: a; …       | "a","b","c","d","e"    | HELD: 5 checks do not pass:/  a/  b/  c/  and 2 more: headgate release show 6
                                           | "a", "b"               | HELD:/  a/  b
          a release is newer               |                        | HELD: a release is newer
          """)
  void whatBlocksIsSaidOnce(String reason, String blockers, String expected) throws Exception {
    new ReleasePrinter(session)
        .line(release(reason == null ? "" : reason, blockers == null ? "" : blockers, ""));

    assertThat(out())
        .startsWith("Release 6 of sales.revenue is " + expected.replace("/", "\n") + "\n'headgate");
  }

  @Test
  void aListSumsUpAndDetailsLeaveToTheTableWhatItHas() throws Exception {
    String blockers = "\"check 'a': 1\", \"b\", \"c\", \"d\", \"e\"";
    String reason = "5 checks do not pass: check 'a': 1; …";

    new ReleasePrinter(session)
        .list(new ObjectMapper().createArrayNode().add(release(reason, blockers, "")), 9);
    assertThat(out().lines().skip(1)).singleElement().asString().endsWith(reason);

    out.reset();
    String failed = "{\"severity\": \"ERROR\", \"outcome\": \"FAILED\"}";
    String five = String.join(",", Collections.nCopies(5, failed));
    new ReleasePrinter(session).details(release(reason, blockers, five));
    assertThat(out()).contains("\n  c\n  and 2 more: see below\n").doesNotContain("\n  d\n");

    out.reset();
    new ReleasePrinter(session).details(release(reason, blockers, failed));
    assertThat(out()).as("not all that blocks is in a verdict").contains("\n  d\n  e\n");
  }

  /** Whose expectation it is, how exact it is and what was measured, as check shows it. */
  @Test
  void resultsAreShownAsCheckShowsThem() throws Exception {
    new ReleasePrinter(session)
        .details(
            release(
                "",
                "",
                """
                {"dataset": null, "check": "owned", "severity": "WARNING", "outcome": "FAILED",
                 "origin": "policy site.policy.yaml", "measured": null, "message": "no owner",
                 "evidence": null},
                {"dataset": "sales.orders", "check": "all there", "severity": "ERROR",
                 "outcome": "PASSED", "origin": "expectation report.sums", "measured": "5",
                 "message": "5 rows", "evidence": {"source": "METADATA", "exact": false}}
                """));

    assertThat(out())
        .containsPattern("warn +sales.revenue +owned +no owner +policy site.policy.yaml")
        .containsPattern(
            "pass +sales.orders +all there +5 +estimated, metadata +5 rows +expectation report.sums")
        .doesNotContain("null");
  }

  private static JsonNode release(String reason, String blockers, String results) throws Exception {
    return new ObjectMapper()
        .readTree(
            """
            {"id": 6, "product": "sales.revenue", "kind": "BUILD", "state": "HELD",
             "lakeVersion": null, "createdAt": "2001-07-01T06:00:00Z", "endedAt": null,
             "warehouse": "release-6", "approvalsNeeded": 0, "reason": "%s", "blockedBy": [%s],
             "verdict": {"results": [%s]}, "waivers": []}
            """
                .formatted(reason, blockers, results));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
