package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.Garbage.Mutation;
import dev.headgate.definitions.ParseResult.Invalid;
import dev.headgate.definitions.ParseResult.Parsed;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever the files hold: nothing is thrown, and every problem has a place inside its file. */
class GarbageTest {
  private static final Map<String, byte[]> VALID =
      Sources.readFolder(Samples.folder("sample")).files();

  private static final Map<String, byte[]> PROMISED =
      Sources.readFolder(Samples.folder("promised")).files();

  private static final Map<String, byte[]> DESCRIBED =
      Sources.readFolder(Samples.folder("described")).files();

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 100_000);
    return Combinators.combine(any, any, any, any, any)
        .as(Mutation::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void mutatedDefinitions(@ForAll("mutations") List<Mutation> mutations) {
    Map<String, byte[]> files = VALID;
    for (Mutation mutation : mutations) {
      files = mutation.applyTo(files);
    }
    boolean valid = check(files) instanceof Parsed;
    Statistics.collect(valid);
    Statistics.coverage(
        c -> {
          c.check(true).percentage(p -> p > 1);
          c.check(false).percentage(p -> p > 50);
        });
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void mutatedContracts(@ForAll("mutations") List<Mutation> mutations) {
    Map<String, byte[]> files = PROMISED;
    for (Mutation mutation : mutations) {
      files = mutation.applyTo(files);
    }
    boolean valid = check(files) instanceof Parsed;
    Statistics.collect(valid);
    Statistics.coverage(
        c -> {
          c.check(true).percentage(p -> p > 0);
          c.check(false).percentage(p -> p > 50);
        });
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void mutatedDescriptorsAndGlossaries(@ForAll("mutations") List<Mutation> mutations) {
    Map<String, byte[]> files = DESCRIBED;
    for (Mutation mutation : mutations) {
      files = mutation.applyTo(files);
    }
    boolean valid = check(files) instanceof Parsed;
    Statistics.collect(valid);
    Statistics.coverage(
        c -> {
          c.check(true).percentage(p -> p > 1);
          c.check(false).percentage(p -> p > 50);
        });
  }

  @Property(tries = 500)
  void randomBytes(@ForAll byte[] content) {
    check(Map.of("domain.yaml", content));
    check(Map.of("x.odps.yaml", content, "glossary.yaml", content));
    check(Map.of("a/pipeline.yaml", content));
  }

  @Property(tries = 500)
  void randomText(@ForAll String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    check(Map.of("x.domain.yaml", content, "pipeline.yaml", content, "x.odcs.yaml", content));
    check(Map.of("x.odps.yaml", content, "glossary.yaml", content));
  }

  private static ParseResult check(Map<String, byte[]> files) {
    ParseResult result =
        DefinitionParser.parse(
            new Sources(files, Optional.of(Samples.folder("sample"))), Samples.EXTENSIONS);

    if (result instanceof Invalid invalid) {
      for (Problem problem : invalid.problems()) {
        assertThat(files).containsKey(problem.file());
        assertInside(problem, new String(files.get(problem.file()), StandardCharsets.UTF_8));
        assertThat(problem.message()).isNotBlank().doesNotContain("\n", "\r");
      }
    }
    return result;
  }

  private static void assertInside(Problem problem, String text) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    assertThat(problem.line()).as(problem.toString()).isBetween(1, lines.length);
    String line = lines[problem.line() - 1];
    assertThat(problem.column())
        .as(problem.toString())
        .isBetween(1, line.codePointCount(0, line.length()) + 1);
  }
}
