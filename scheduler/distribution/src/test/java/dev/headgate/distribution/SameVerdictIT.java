package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
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

  /** A policy about what a release changes has nothing to say where there is no release. */
  private static final String OF_CHANGES = "- | no-major-without-sunset | ";

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

      assertThat(checked(home, 1, "--at", "release-1")).isEqualTo(judged);
      assertThat(checked(home, 1, definitions.toString(), "--at", "release-1")).isEqualTo(judged);
      assertThat(checked(home, 0, "--at", "definitions")).isEqualTo(golden("definitions.txt"));
      ci(home, definitions);
      assertThat(
              Distribution.run(
                  home, "contract", "from-table", "sales.greetings", "--at", "release-1"))
          .contains("id: sales-greetings", "- name: day\n        logicalType: date");
      waived(home, definitions);
      assertThat(server.terminate()).isIn(0, 143);
    }
    assertThat(checked(home, 0, definitions.toString(), "--at", "definitions"))
        .as("without a server")
        .isEqualTo(golden("definitions.txt"));
  }

  /** With a waiver the release is promoted, and the version says what the release said. */
  private void waived(Path home, Path definitions) throws Exception {
    Distribution.run(
        home,
        "waive",
        "short greetings",
        "--scope",
        "sales.greetings",
        "--reason",
        "they are new",
        "--until",
        "P9D",
        "--as",
        "ana");
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> Distribution.json(home, "status").path("lakeVersion").asInt() == 1);
    JsonNode release = Distribution.json(home, "release", "show", "1");
    assertThat(release.path("state").asText()).isEqualTo("PROMOTED");
    String judged = lines(release.at("/verdict/results"));
    assertThat(judged).isEqualTo(golden("waived.txt"));

    String shown =
        judged
            .lines()
            .filter(l -> !l.contains(OF_CHANGES))
            .collect(Collectors.joining("\n", "", "\n"));
    for (String view : List.of("version-1", "main")) {
      assertThat(checked(home, 0, "--at", view)).as(view).isEqualTo(shown);
    }
    assertThat(checked(home, 0, definitions.toString(), "--at", "version-1")).isEqualTo(shown);
    reports(home, definitions, "version-1", 0, "waived");
  }

  private void ci(Path home, Path definitions) throws Exception {
    reports(home, definitions, "release-1", 1, "release");
  }

  /** What CI servers and code hosts read, as files. */
  private void reports(Path home, Path definitions, String view, int exitCode, String expected)
      throws Exception {
    Path junit = folder.resolve(expected + ".xml");
    Path sarif = folder.resolve(expected + ".sarif");
    Distribution.attempt(
        home,
        exitCode,
        "check",
        definitions.toString(),
        "--at",
        view,
        "--junit",
        junit.toString(),
        "--sarif",
        sarif.toString());
    assertThat(Tree.ofXml(Files.readString(junit)))
        .isEqualTo(Tree.ofXml(golden(expected + ".junit.xml")));
    assertThat(Tree.ofJson(Files.readString(sarif)))
        .isEqualTo(Tree.ofJson(golden(expected + ".sarif.json")));
    assertThat(lines(definitions, Distribution.read(Files.readString(sarif))))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{name: short greetings, "),
            line -> assertThat(line).isEqualTo("names-a-reader"));
  }

  /** What stands in the files where results point to. */
  private static List<String> lines(Path definitions, JsonNode sarif) throws IOException {
    List<String> found = new ArrayList<>();
    for (JsonNode result : sarif.at("/runs/0/results")) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      if (place.has("region")) {
        String uri = place.at("/artifactLocation/uri").asText();
        String line =
            Files.readAllLines(definitions.resolve(uri))
                .get(place.at("/region/startLine").asInt() - 1);
        found.add(line.substring(place.at("/region/startColumn").asInt() - 1));
      }
    }
    return found;
  }

  private String checked(Path home, int exitCode, String... arguments) {
    String[] all =
        Stream.of(Stream.of("check"), Stream.of(arguments), Stream.of("-o", "json"))
            .flatMap(s -> s)
            .toArray(String[]::new);
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
                    f.path("dataset").asText("-"),
                    f.path("check").asText(),
                    f.path("severity").asText(),
                    f.path("outcome").asText(),
                    f.path("measured").asText("-"),
                    how(f.path("evidence")),
                    f.path("waiver").isNumber() ? "waiver " + f.path("waiver").asLong() : "-",
                    f.path("message").asText()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String how(JsonNode evidence) {
    return evidence.isObject()
        ? (evidence.path("exact").asBoolean() ? "exact " : "estimated ")
            + evidence.path("source").asText()
        : "-";
  }

  private static String golden(String file) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(SameVerdictIT.class.getResourceAsStream("/verdict/" + file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What init writes, without a descriptor, with a rule that fails and a policy that warns. */
  private Path definitions() throws IOException {
    Path definitions = folder.resolve("definitions");
    Distribution.run(folder, "init", definitions.toString(), "--domain", "sales");
    Files.delete(definitions.resolve("greetings.odps.yaml"));
    Path domain = definitions.resolve("domain.yaml");
    Files.writeString(domain, Files.readString(domain).replaceFirst("owners: .*", "owners: [ana]"));
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
