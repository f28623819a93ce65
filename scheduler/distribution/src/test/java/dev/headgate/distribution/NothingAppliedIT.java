package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of a folder with one broken file nothing is applied, however good the others are: every broken
 * contract, descriptor, glossary, policy and pipeline that the parser's tests have, on a server
 * with its store and the shipped plugins. What is good beside it is a new domain and product.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingAppliedIT {
  private static final Path CORPUS =
      Path.of(System.getProperty("headgate.root"), "scheduler/definitions/src/test/resources");
  private static final Pattern PLACE = Pattern.compile("(.+?):(\\d+):(\\d+): .*", Pattern.DOTALL);

  /** An empty folder is none beside others; the other two are of a check that no plugin has. */
  private static final Set<String> ELSEWHERE =
      Set.of("no-definitions", "check-plugin-argument-missing", "check-plugin-arguments-missing");

  private LocalServer server;

  @BeforeAll
  void start(@TempDir Path home) throws Exception {
    server = new LocalServer(home);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** What is sent, and the place of what is wrong in it. */
  private record Broken(String name, Map<String, byte[]> files, String place) {}

  @Test
  void ofBrokenContracts() throws Exception {
    nothingIsApplied(promised(), changes("broken-contracts.txt", promised()), 140);
  }

  @Test
  void ofBrokenDescriptors() throws Exception {
    nothingIsApplied(described(), changes("broken-descriptors.txt", described()), 50);
  }

  @Test
  void ofBrokenGlossaries() throws Exception {
    nothingIsApplied(described(), changes("broken-glossaries.txt", described()), 35);
  }

  @Test
  void ofBrokenPolicies() throws Exception {
    Map<String, byte[]> base = described();
    base.put("own.policy.yaml", bytes(BrokenPolicies.POLICIES));
    base.put("own.fixtures.yaml", bytes(BrokenPolicies.FIXTURES));
    List<Broken> broken = new ArrayList<>();
    for (BrokenPolicies.Case c : BrokenPolicies.CASES) {
      Map<String, byte[]> files = new TreeMap<>(base);
      files.put(c.file(), bytes(replaced(files.get(c.file()), c.from(), c.to())));
      broken.add(new Broken(c.place(), files, c.place()));
    }
    nothingIsApplied(base, broken, 15);
  }

  @Test
  void ofBrokenPipelinesAndDomains() throws Exception {
    List<Broken> broken = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CORPUS.resolve("broken"))) {
      for (Path one : folders.sorted().toList()) {
        String place = place(Files.readString(one.resolve("expected.txt")));
        Map<String, byte[]> files = promised();
        folder(one).forEach((path, content) -> files.put("broken/" + path, content));
        files.remove("broken/expected.txt");
        if (!ELSEWHERE.contains(one.getFileName().toString())) {
          broken.add(new Broken(one.getFileName().toString(), files, "broken/" + place));
        }
      }
    }
    nothingIsApplied(promised(), broken, 100);
  }

  private void nothingIsApplied(Map<String, byte[]> base, List<Broken> broken, int atLeast)
      throws Exception {
    long revision = applied(base);
    String before = onRecord();
    String products = server.get("/products").body().toString();
    assertThat(broken).hasSizeGreaterThanOrEqualTo(atLeast);
    for (Broken one : broken) {
      LocalServer.Answer answer = server.post("/apply", upload(withGood(one.files())));
      assertThat(answer.status()).as(one.name() + ": " + answer.body()).isEqualTo(400);
      assertThat(answer.body().path("code").asText()).isEqualTo("INVALID_DEFINITION");
      assertThat(places(answer.body())).as(one.name()).containsExactly(one.place());
      assertThat(onRecord()).as(one.name()).isEqualTo(before);
    }
    assertThat(server.get("/products").body().toString()).isEqualTo(products);
    assertThat(applied(base)).as("what holds is equal to what held").isEqualTo(revision);
    assertThat(applied(withGood(base))).as("the good alone is applied").isEqualTo(revision + 1);
  }

  /** Makes them hold, and returns the revision; it is a new one only if others held. */
  private long applied(Map<String, byte[]> files) throws Exception {
    LocalServer.Answer answer = server.post("/apply", upload(files));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().path("revision").asLong();
  }

  /** The newest decisions: whatever is applied is one. */
  private String onRecord() throws Exception {
    return server.get("/audit?limit=3").body().toString();
  }

  private static List<String> places(JsonNode problem) {
    List<String> places = new ArrayList<>();
    for (JsonNode p : problem.path("problems")) {
      assertThat(p.path("message").asText()).isNotBlank();
      places.add(
          p.path("file").asText() + ":" + p.path("line").asInt() + ":" + p.path("column").asInt());
    }
    return places;
  }

  private static Map<String, Object> upload(Map<String, byte[]> files) {
    Map<String, Object> sent = new TreeMap<>();
    files.forEach(
        (path, content) ->
            sent.put(path, Map.of("base64", Base64.getEncoder().encodeToString(content))));
    return Map.of("root", "/", "files", sent);
  }

  /** The files, and others that are good and new. */
  private static Map<String, byte[]> withGood(Map<String, byte[]> files) {
    Map<String, byte[]> all = new TreeMap<>(files);
    all.put("good/domain.yaml", bytes("domain: good\nowners: [gwen]\n"));
    all.put(
        "good/pipeline.yaml",
        bytes("product: good.news\ndatasets:\n  news: {job: {type: open}}\n"));
    all.put(
        "good/good.glossary.yaml",
        bytes("terms:\n  good-news: {owner: gwen, definition: No news.}\n"));
    return all;
  }

  /** Cases of five lines: name, file, what is replaced, by what, the error. */
  private static List<Broken> changes(String cases, Map<String, byte[]> base) throws IOException {
    List<String> lines =
        Files.readAllLines(CORPUS.resolve(cases)).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    List<Broken> broken = new ArrayList<>();
    for (int i = 0; i + 4 < lines.size(); i += 5) {
      Map<String, byte[]> files = new TreeMap<>(base);
      String file = lines.get(i + 1).strip();
      byte[] content = files.get(file);
      files.put(file, bytes(replaced(content, text(lines.get(i + 2)), text(lines.get(i + 3)))));
      broken.add(new Broken(lines.get(i).strip(), files, place(lines.get(i + 4).strip())));
    }
    return broken;
  }

  private static String text(String line) {
    return line.replaceFirst("^  [-+] ?", "").replace("\\n", "\n").replace("\\t", "\t");
  }

  private static String replaced(byte[] content, String from, String to) {
    String text = new String(content, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return text.replace(from, to);
  }

  private static String place(String error) {
    Matcher place = PLACE.matcher(error);
    assertThat(place.matches()).as(error).isTrue();
    return place.group(1) + ":" + place.group(2) + ":" + place.group(3);
  }

  private static Map<String, byte[]> folder(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static Map<String, byte[]> described() throws IOException {
    return folder(CORPUS.resolve("described"));
  }

  /** With the one term that its contracts use. */
  private static Map<String, byte[]> promised() throws IOException {
    Map<String, byte[]> files = folder(CORPUS.resolve("promised"));
    files.put(
        "words.glossary.yaml", bytes("terms:\n  airport: {owner: rita, definition: Runways.}\n"));
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
