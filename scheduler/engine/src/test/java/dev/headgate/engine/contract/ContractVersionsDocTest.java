package dev.headgate.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.contract.Compatibility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in docs/contract-versions.md says what the code does. */
class ContractVersionsDocTest {
  private static final int CELLS = 7;

  @Test
  void everyRuleIsInTheTableWithItsClass() throws IOException {
    assertThat(rows().stream().map(row -> row.subList(0, 4)))
        .containsExactlyElementsOf(
            Arrays.stream(ChangeRule.values()).map(ContractVersionsDocTest::expected).toList());
  }

  @Test
  void everyRuleIsComparedWithDatacontractCli() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(row).as(row.get(0)).hasSize(CELLS).allMatch(cell -> !cell.isBlank());
              assertThat(row.get(4)).as(row.get(0)).matches("-|(error|warning|info)(, info)?");
              assertThat(row.get(5))
                  .as(row.get(0))
                  .matches("-|(error|warning|info)(, (error|warning|info))?");
            });
  }

  @Test
  void whereTheOtherLetsPassWhatIsMajorHereItIsSaid() throws IOException {
    assertThat(rows())
        .filteredOn(row -> row.get(1).equals("major"))
        .filteredOn(row -> !row.get(4).startsWith("error") || !row.get(5).startsWith("error"))
        .allSatisfy(row -> assertThat(row.get(6)).as(row.get(0)).contains("**yes"));
  }

  private static List<String> expected(ChangeRule rule) {
    String hurts = rule.hurts().stream().map(Party::toString).collect(Collectors.joining(", "));
    return List.of(
        "`" + rule + "`",
        rule.level(Compatibility.NONE).toString(),
        rule.breaks().name().toLowerCase(Locale.ROOT),
        hurts.isEmpty() ? "nobody" : hurts);
  }

  private static List<List<String>> rows() throws IOException {
    Path doc = Path.of(System.getProperty("headgate.root"), "docs", "contract-versions.md");
    return Files.readString(doc, StandardCharsets.UTF_8)
        .lines()
        .dropWhile(line -> !line.equals("## The rules"))
        .filter(line -> line.startsWith("| `"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> cells.subList(1, cells.size() - 1))
        .toList();
  }
}
