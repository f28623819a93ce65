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
  void whatATerminalWouldObeyIsShownInCells() {
    Table table = new Table("VALUE", "NO\nTE");
    table.row("\u001b[31mevil", "AB\n");
    table.row("\u009b2J\u007f", "tab\there\r");
    table.row("\u202eabc", "ä – €");

    assertThat(table.lines(0))
        .containsExactly(
            "VALUE           NO\\nTE",
            "\\u001b[31mevil  AB\\n",
            "\\u009b2J\\u007f  tab\\there\\r",
            "\\u202eabc       ä – €");
  }

  @Test
  void andInLinesAllButTheirEnds() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, true, 80);
    terminal.line("one\n\u001b]0;two\u0007");
    terminal.note("\u009b3");
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("one\n\\u001b]0;two\\u0007\n\\u009b3\n");
  }

  @Test
  void aLogsBytesToo() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    VisibleBytes visible = new VisibleBytes(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    for (byte b : "a\tb\n\u001b[2J © \u009b1 \u007f €".getBytes(StandardCharsets.UTF_8)) {
      visible.write(b);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("a\tb\n\\u001b[2J © \\u009b1 \\u007f €");
  }

  @Test
  void progressOfAThingWithAnOddNameIsOneLine() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (ProgressLine progress = new Terminal(stream, stream, false, 0).progress()) {
      progress.show("odd\n\u001b[1m");
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("odd\\n\\u001b[1m\n");
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
