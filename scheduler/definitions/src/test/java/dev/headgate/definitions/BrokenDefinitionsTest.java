package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.ParseResult.Invalid;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code broken/} has one mistake, and beside it in {@code expected.txt} the one
 * error that it gives.
 */
class BrokenDefinitionsTest {
  static List<String> broken() {
    try (Stream<Path> folders = Files.list(Samples.folder("broken"))) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreMany() {
    assertThat(broken()).hasSizeGreaterThanOrEqualTo(100);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void givesOneErrorAtItsPlace(String name) throws IOException {
    Path folder = Samples.folder("broken/" + name);

    ParseResult result = DefinitionParser.parse(Sources.readFolder(folder), Samples.EXTENSIONS);

    assertThat(result).isInstanceOf(Invalid.class);
    assertThat(((Invalid) result).problems())
        .extracting(Problem::toString)
        .containsExactly(Files.readString(folder.resolve("expected.txt")).strip());
  }
}
