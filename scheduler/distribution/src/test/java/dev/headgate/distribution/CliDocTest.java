package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.cli.Cli;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.terminal.Terminal;
import dev.headgate.server.home.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/cli.md says what the command does. */
class CliDocTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z]+");
  private static final Set<String> EVERYWHERE =
      Set.of("--server", "--home", "--as", "--output", "--help", "--version");

  @Test
  void commandsTakeTheOptionsThatAreWritten() throws IOException {
    List<List<String>> rows = rows("## Contracts, checks, policies, waivers");
    assertThat(rows).hasSizeGreaterThan(8);
    for (List<String> row : rows) {
      String command = row.get(0).replace("`", "");
      String name = command.replaceAll(" [\\[A-Z].*", "");
      String help = help(name);
      assertThat(options(row.get(1))).as(command).isEqualTo(options(help));
      Arrays.stream(command.substring(name.length()).split(" ", -1))
          .forEach(parameter -> assertThat(help).as(command).contains(parameter));
    }
  }

  @Test
  void everyExitCodeIsWrittenAndInTheHelp() throws IOException {
    Set<String> codes =
        Arrays.stream(ExitCode.values())
            .map(code -> String.valueOf(code.number()))
            .collect(Collectors.toSet());
    assertThat(rows("## Exit codes").stream().map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(codes);
    assertThat(codes).allMatch(code -> help("status").contains("\n  " + code + "   "));
  }

  private static Set<String> options(String text) {
    Set<String> options =
        OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    options.removeAll(EVERYWHERE);
    return new TreeSet<>(options);
  }

  private static List<List<String>> rows(String heading) throws IOException {
    Path doc = Path.of(System.getProperty("headgate.root"), "docs", "cli.md");
    return Files.readString(doc, StandardCharsets.UTF_8)
        .lines()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| ") && !line.matches("\\| (command|code) \\|.*"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> cells.subList(1, cells.size() - 1))
        .toList();
  }

  private static String help(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int exitCode =
        new Cli(
                new Terminal(stream, stream, false, 0),
                Map.of(),
                (home, settings) -> 1,
                (home, settings) -> {
                  throw new IllegalStateException("help starts nothing");
                },
                new InProcess(() -> new Installation(Path.of("none")), Map.of()))
            .run((command + " --help").split(" ", -1));
    assertThat(exitCode).as(command).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
