package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.ParseResult.Invalid;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each case of {@code broken-contracts.txt} changes one place of valid definitions, and gives one
 * error at its place: file, what is replaced, by what ({@code \n} is a new line), and the error.
 */
class BrokenContractsTest {
  private static final Map<String, byte[]> VALID =
      Sources.readFolder(Samples.folder("promised")).files();

  /** A change and the error that it makes. */
  record Case(String name, String file, String from, String to, String error) {
    @Override
    public String toString() {
      return name;
    }

    Sources applied() {
      Map<String, byte[]> files = new TreeMap<>(VALID);
      String text = new String(files.get(file), StandardCharsets.UTF_8);
      assertThat(text.split(Pattern.quote(from), -1)).as(from).hasSize(2);
      files.put(file, Samples.bytes(text.replace(from, to)));
      return Sources.of(files);
    }
  }

  static List<Case> cases() throws IOException {
    List<String> lines =
        Files.readAllLines(Samples.folder("broken-contracts.txt"), StandardCharsets.UTF_8).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i + 4 < lines.size(); i += 5) {
      cases.add(
          new Case(
              lines.get(i).strip(),
              lines.get(i + 1).strip(),
              unescaped(lines.get(i + 2)),
              unescaped(lines.get(i + 3)),
              lines.get(i + 4).strip()));
    }
    assertThat(lines).hasSize(5 * cases.size());
    return cases;
  }

  private static String unescaped(String line) {
    return line.replaceFirst("^  [-+] ?", "").replace("\\n", "\n");
  }

  @Test
  void thereAreMany() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(140);
    assertThat(cases().stream().map(Case::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesOneErrorAtItsPlace(Case broken) {
    ParseResult result = DefinitionParser.parse(broken.applied(), Samples.EXTENSIONS);

    assertThat(result).isInstanceOf(Invalid.class);
    assertThat(((Invalid) result).problems())
        .extracting(Problem::toString)
        .containsExactly(broken.error());
  }
}
