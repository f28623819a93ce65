package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.definitions.ParseResult.Invalid;
import dev.headgate.definitions.ParseResult.Parsed;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import dev.headgate.definitions.yaml.YamlReader;
import dev.headgate.model.Digests;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.product.Job;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final String DOMAIN = "domain: sales\nowners: [ana]\n";

  @TempDir Path root;

  private void write(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String openPipeline(String name) {
    return "product: sales." + name + "\ndatasets:\n  " + name + ":\n    job: {type: open}\n";
  }

  private static String appPipeline(String jar) {
    return "product: sales.orders\ndatasets:\n  orders:\n    job:\n      type: spark-app\n"
        + ("      jar: " + jar + "\n");
  }

  private static List<String> problems(Sources sources) {
    ParseResult result = DefinitionParser.parse(sources, Samples.EXTENSIONS);
    assertThat(result).isInstanceOf(Invalid.class);
    return ((Invalid) result).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void readsDefinitionsAndWhatTheyName() throws IOException {
    write("domain.yaml", DOMAIN);
    write("a/b/pipeline.yaml", openPipeline("x") + "# ../q.sql\n");
    write("c/web.pipeline.yml", openPipeline("y").replace("open", "spark-sql, file: ../q.sql"));
    write("q.sql", "SELECT 1");
    write("unnamed.sql", "SELECT 1");
    write("notes.yaml", "x: 1");
    write("a/domain.yaml.bak", "x: 1");
    write(".git/pipeline.yaml", openPipeline("z"));
    write("a/target/classes/pipeline.yaml", openPipeline("z"));

    Sources sources = Sources.readFolder(root);

    assertThat(sources.files())
        .containsOnlyKeys("domain.yaml", "a/b/pipeline.yaml", "c/web.pipeline.yml", "q.sql");
    assertThat(sources.root()).contains(root.toAbsolutePath().normalize());
    assertThat(DefinitionParser.parse(sources, Samples.EXTENSIONS)).isInstanceOf(Parsed.class);
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> Sources.readFolder(root.resolve("nowhere")))
        .isInstanceOf(HeadgateException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void aFileThatIsTooLargeIsAProblem() throws IOException {
    write("domain.yaml", DOMAIN + "#".repeat(YamlReader.MAX_BYTES));
    write("pipeline.yaml", openPipeline("x"));

    assertThat(problems(Sources.readFolder(root)))
        .containsExactly("domain.yaml:1:1: larger than 1 MiB: expected a definition");
  }

  @Test
  void allMistakesOfAllFilesAreReportedAtOnceInOrder() throws IOException {
    write("b/pipeline.yaml", openPipeline("b").replace("open", "opne") + "    attempts: 0\n");
    write("a/pipeline.yaml", openPipeline("a") + "promotion: {whileWaiting: never}\ncolour: red\n");
    write("domain.yaml", "domain: sales\nowners: ana\n");

    assertThat(problems(Sources.readFolder(root)))
        .containsExactly(
            "a/pipeline.yaml:5:27: 'whileWaiting': unknown value 'never', expected one of keep,"
                + " supersede",
            "a/pipeline.yaml:6:1: unknown key 'colour' in a pipeline: expected product, trigger,"
                + " parameters, datasets, notify, promotion",
            "b/pipeline.yaml:4:17: 'type': unknown value 'opne', did you mean 'open'? expected one"
                + " of command, open, spark-app, spark-sql",
            "b/pipeline.yaml:5:15: 'attempts': expected a whole number from 1 to 100, found the"
                + " number 0",
            "domain.yaml:2:9: 'owners': expected a list of people, at least one, each once, found"
                + " 'ana'");
  }

  @Test
  void aBrokenDomainIsNotReportedAgainInEveryProduct() throws IOException {
    write("domain.yaml", "domain: sales\nowners: [ana\n");
    write(
        "pipeline.yaml",
        openPipeline("x") + "promotion: {approvals: {need: 1, from: [sales-owners]}}\n");

    assertThat(problems(Sources.readFolder(root))).hasSize(1).first().asString().contains("domain");
  }

  @Test
  void veryManyMistakesAreCutOffWithTheirNumber() throws IOException {
    StringBuilder keys = new StringBuilder(DOMAIN);
    for (int i = 0; i < 1000; i++) {
      keys.append("wrong").append(i).append(": 1\n");
    }
    write("domain.yaml", keys.toString());

    List<String> problems = problems(Sources.readFolder(root));

    assertThat(problems).hasSize(201);
    assertThat(problems.get(200))
        .isEqualTo("domain.yaml:203:1: and 800 more mistakes from here on");
  }

  @Test
  void aRelativeJarNeedsAFolderThatCanBeSeen() {
    Map<String, byte[]> files =
        Map.of(
            "domain.yaml", DOMAIN.getBytes(StandardCharsets.UTF_8),
            "pipeline.yaml", appPipeline("lib/etl.jar").getBytes(StandardCharsets.UTF_8));

    assertThat(problems(Sources.of(files)))
        .containsExactly(
            "pipeline.yaml:6:12: 'jar': 'lib/etl.jar' is relative to a folder that cannot be seen"
                + " from here: expected a URI such as s3a://… or file:///…");
  }

  @Test
  void aPathThatNoDiskCanHaveIsAProblem() throws IOException {
    write("domain.yaml", DOMAIN);
    write("pipeline.yaml", appPipeline("\"lib/\\uD800.jar\""));
    write("other/pipeline.yaml", appPipeline("\"\\uD800.py\"").replace("orders", "other"));

    assertThat(problems(Sources.readFolder(root)))
        .hasSize(2)
        .allSatisfy(p -> assertThat(p).contains("pipeline.yaml:6:12: 'jar': "));
  }

  @Test
  void aJarByFileUriIsDigestedByContent() throws IOException {
    write("lib/etl.jar", "content");
    String uri = root.resolve("lib/etl.jar").toUri().toString();
    Map<String, byte[]> files =
        Map.of(
            "domain.yaml", DOMAIN.getBytes(StandardCharsets.UTF_8),
            "pipeline.yaml", appPipeline(uri).getBytes(StandardCharsets.UTF_8));

    ParseResult result = DefinitionParser.parse(Sources.of(files), Samples.EXTENSIONS);

    assertThat(result).isInstanceOf(Parsed.class);
    Job job =
        ((Parsed) result)
            .definitions()
            .products()
            .values()
            .iterator()
            .next()
            .datasets()
            .get(0)
            .job();
    assertThat(job.files()).isEqualTo(Map.of(uri, Digests.sha256("content")));
    assertThat(((Parsed) result).definitions().bundle()).isEmpty();
  }
}
