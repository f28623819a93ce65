package dev.headgate.engine.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.grade.Grade.Letter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables in docs/grades.md say what the code does. */
class GradesDocTest {
  @Test
  void everyCriterionIsInTheTableWithItsPoints() throws IOException {
    assertThat(doc())
        .containsSubsequence(
            Arrays.stream(Criterion.values())
                .map(criterion -> "| " + criterion.words() + " | " + criterion.most() + " |")
                .toList());
  }

  @Test
  void everyLetterIsInTheTableWithItsBounds() throws IOException {
    List<String> rows = new ArrayList<>();
    int most = 100;
    for (Letter letter : Letter.values()) {
      rows.add("| " + letter + " | " + letter.least() + " to " + most + " |");
      most = letter.least() - 1;
    }
    assertThat(doc()).containsSubsequence(rows);
  }

  private static String doc() throws IOException {
    return Files.readString(Path.of(System.getProperty("headgate.root"), "docs", "grades.md"));
  }
}
