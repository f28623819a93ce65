package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A laptop, a build server and the server that judges releases say the same. */
class SameVerdictIT {
  private static final String POLICY =
      """
      policies:
        - id: names-a-reader
          scope: dataset
          severity: warning
          rule: dataset.consumers.size() > 0
          message: nobody reads it
      """;

  @TempDir private Path folder;

  @Test
  void onALaptopInCiAndInTheServer() throws Exception {
    Path home = folder.resolve("home");
    Path definitions = definitions();
    try (ChildProcess server = serve(home)) {
      server.awaitOutput("Headgate is at (\\S+)");
      Distribution.run(home, "apply", definitions.toString(), "--as", "ana");
      Distribution.attempt(home, 1, "build", "sales.greetings", "--wait", "--as", "ana");

      JsonNode release = Distribution.json(home, "release", "show", "1");
      assertThat(release.path("state").asText()).isEqualTo("HELD");
      String judged = lines(release.at("/verdict/results"));
      assertThat(judged).isEqualTo(golden("release.txt"));

      assertThat(checked(home, "--at", "release-1")).isEqualTo(judged);
      assertThat(checked(home, definitions.toString(), "--at", "release-1")).isEqualTo(judged);
      assertThat(checked(home, "--at", "definitions")).isEqualTo(golden("definitions.txt"));
      ci(home, definitions);
      assertThat(
              Distribution.run(
                  home, "contract", "from-table", "sales.greetings", "--at", "release-1"))
          .contains("id: sales-greetings", "- name: day\n        logicalType: date");
      assertThat(server.terminate()).isIn(0, 143);
    }
    assertThat(checked(home, definitions.toString(), "--at", "definitions"))
        .as("without a server")
        .isEqualTo(golden("definitions.txt"));
  }

  private void ci(Path home, Path definitions) throws IOException {
    Path junit = folder.resolve("junit.xml");
    Path sarif = folder.resolve("check.sarif");
    Distribution.attempt(
        home,
        1,
        "check",
        definitions.toString(),
        "--at",
        "release-1",
        "--junit",
        junit.toString(),
        "--sarif",
        sarif.toString());
    assertThat(Files.readString(junit)).contains("failures=\"1\"").contains("short greetings");
    assertThat(Files.readString(sarif))
        .contains("\"ruleId\":\"short greetings\"".replace(":", " : "));
  }

  private String checked(Path home, String... arguments) throws IOException {
    String[] all =
        Stream.of(Stream.of("check"), Stream.of(arguments), Stream.of("-o", "json"))
            .flatMap(s -> s)
            .toArray(String[]::new);
    int exitCode = List.of(arguments).contains("definitions") ? 0 : 1;
    JsonNode answer = Distribution.read(Distribution.attempt(home, exitCode, all));
    assertThat(answer.at("/products/0/errors")).isEmpty();
    return lines(answer.at("/products/0/findings"));
  }

  /** What does not depend on when and where it was said. */
  private static String lines(JsonNode findings) {
    return StreamSupport.stream(findings.spliterator(), false)
        .map(
            f ->
                String.join(
                    " | ",
                    f.path("check").asText(),
                    f.path("severity").asText(),
                    f.path("outcome").asText(),
                    f.path("measured").asText("-"),
                    f.path("message").asText()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String golden(String file) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(SameVerdictIT.class.getResourceAsStream("/verdict/" + file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What init writes, with a rule that fails and a policy that warns. */
  private Path definitions() throws IOException {
    Path definitions = folder.resolve("definitions");
    Distribution.run(folder, "init", definitions.toString(), "--domain", "sales");
    Path pipeline = definitions.resolve("pipeline.yaml");
    Files.writeString(
        pipeline,
        Files.readString(pipeline)
            .replace(
                "    checks:\n",
                "    checks:\n      - {name: short greetings, metric: invalidValues, column: greeting,"
                    + " arguments: {maxLength: 5}, mustBe: 0}\n"));
    Files.writeString(definitions.resolve("own.policy.yaml"), POLICY);
    return definitions;
  }

  private ChildProcess serve(Path home) {
    return Distribution.start(
        home,
        folder.resolve("server.out"),
        "server",
        "--set",
        "plugin.spark.memory=1g",
        "--set",
        "plugin.spark.conf.spark.sql.shuffle.partitions=1",
        "--set",
        "plugin.spark.conf.spark.driver.extraJavaOptions=" + Distribution.SHORT_LIVED);
  }
}
