package dev.headgate.jobs.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestOptionsTest {
  @Test
  void readsAllOptions() {
    IngestOptions options =
        IngestOptions.parse(
            "--format",
            "csv",
            "--path",
            "a.csv",
            "--path",
            "b.csv",
            "--option",
            "header=true",
            "--option",
            "sep==",
            "--schema",
            "a INT",
            "--select",
            "a AS b",
            "--where",
            "a > 1",
            "--table",
            "d.t",
            "--mode",
            "overwrite-partitions",
            "--partitioned-by",
            "days(b)");

    assertThat(options.format()).isEqualTo("csv");
    assertThat(options.paths()).isEqualTo(List.of("a.csv", "b.csv"));
    assertThat(options.options()).isEqualTo(Map.of("header", "true", "sep", "="));
    assertThat(options.schema()).contains("a INT");
    assertThat(options.select()).isEqualTo("a AS b");
    assertThat(options.where()).contains("a > 1");
    assertThat(options.table()).isEqualTo("d.t");
    assertThat(options.mode()).contains(IngestOptions.Mode.OVERWRITE_PARTITIONS);
    assertThat(options.partitionedBy()).contains("days(b)");
  }

  @Test
  void mistakesSayWhatIsExpected() {
    assertWrong("--path or --table is missing", "--path", "a");
    assertWrong("--path or --table is missing", "--table", "d.t");
    assertWrong("unknown option --pth", "--table", "d.t", "--path", "a", "--pth", "b");
    assertWrong("--table is given twice", "--table", "d.t", "--table", "d.u", "--path", "a");
    assertWrong("'--path' is not an option", "--table", "d.t", "--path");
    assertWrong("'table' is not an option", "table", "d.t");
    assertWrong("no such mode: replace", "--table", "d.t", "--path", "a", "--mode", "replace");
    assertWrong("'header' is not NAME=VALUE", "--table", "t", "--path", "a", "--option", "header");
  }

  private static void assertWrong(String message, String... args) {
    assertThatThrownBy(() -> IngestOptions.parse(args))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("expected --table");
  }
}
