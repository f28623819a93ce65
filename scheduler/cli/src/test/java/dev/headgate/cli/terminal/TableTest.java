package dev.headgate.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columnsAreAlignedAndNumbersStandToTheRight() {
    Table table = new Table("NAME", "ROWS", "WHY");
    table.row("flights", 7, "");
    table.row("a", 1000, "late");

    assertThat(table.lines(0))
        .containsExactly("NAME     ROWS  WHY", "flights     7", "a        1000  late");
  }

  @Test
  void theLastColumnIsWrappedWhereTheTerminalEnds() {
    Table table = new Table("ID", "REASON");
    table.row(1, "there are fewer rows than on the days before");

    assertThat(table.lines(26))
        .containsExactly(
            "ID  REASON", " 1  there are fewer rows", "    than on the days", "    before");
  }

  @Test
  void aWordThatIsTooLongIsBroken() {
    assertThat(Wrapped.lines("abcdefgh ij", 3)).containsExactly("abc", "def", "gh", "ij");
    assertThat(Wrapped.lines("one\ntwo", 0)).containsExactly("one", "two");
    assertThat(Wrapped.lines("", 5)).containsExactly("");
  }

  @Test
  void progressIsALinePerChangeWhereNobodyWatches() {
    assertThat(progress(false)).isEqualTo("one\ntwo\n");
  }

  @Test
  void progressIsOneLiveLineForAPersonAndGoneAtTheEnd() {
    assertThat(progress(true)).doesNotContain("\n").contains("two").endsWith("\r\u001b[2K");
  }

  private static String progress(boolean interactive) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (ProgressLine progress = new Terminal(stream, stream, interactive, 80).progress()) {
      progress.show("one");
      progress.show("one");
      progress.show("two");
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
