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

/**
 * A change at one place of valid definitions, and the one error that it makes. In a file of cases
 * each has five lines: its name, the file, what is replaced, by what ({@code \n} is a new line),
 * and the error.
 */
record BrokenCase(String folder, String name, String file, String from, String to, String error) {
  static List<BrokenCase> read(String cases, String folder) throws IOException {
    List<String> lines =
        Files.readAllLines(Samples.folder(cases), StandardCharsets.UTF_8).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    List<BrokenCase> read = new ArrayList<>();
    for (int i = 0; i + 4 < lines.size(); i += 5) {
      read.add(
          new BrokenCase(
              folder,
              lines.get(i).strip(),
              lines.get(i + 1).strip(),
              unescaped(lines.get(i + 2)),
              unescaped(lines.get(i + 3)),
              lines.get(i + 4).strip()));
    }
    assertThat(lines).hasSize(5 * read.size());
    assertThat(read.stream().map(BrokenCase::name)).doesNotHaveDuplicates();
    return read;
  }

  private static String unescaped(String line) {
    return line.replaceFirst("^  [-+] ?", "").replace("\\n", "\n").replace("\\t", "\t");
  }

  void givesItsErrorAndNothingElse() {
    ParseResult result = DefinitionParser.parse(applied(), Samples.EXTENSIONS);

    assertThat(result).isInstanceOf(Invalid.class);
    assertThat(((Invalid) result).problems()).extracting(Problem::toString).containsExactly(error);
  }

  private Sources applied() {
    Map<String, byte[]> files = new TreeMap<>(Sources.readFolder(Samples.folder(folder)).files());
    String text = new String(files.get(file), StandardCharsets.UTF_8);
    assertThat(text.split(Pattern.quote(from), -1)).as(from).hasSize(2);
    files.put(file, Samples.bytes(text.replace(from, to)));
    return Sources.of(files);
  }

  @Override
  public String toString() {
    return name;
  }
}
