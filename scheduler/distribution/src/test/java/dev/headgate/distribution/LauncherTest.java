package dev.headgate.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher of a checkout, in a checkout of which there is nothing else, with a Java and a Maven
 * that say what a test wants.
 */
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "sh",
          "dirname",
          "readlink",
          "sed",
          "head",
          "grep",
          "find",
          "tee",
          "mkdir",
          "mktemp",
          "mv",
          "rm",
          "cat");
  private static final String JDK_17 = "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2";

  @TempDir private Path folder;
  private Path launcher;

  @BeforeEach
  void checkout() throws IOException {
    Path root = Files.createDirectories(folder.resolve("check out"));
    launcher = root.resolve("headgate");
    Files.copy(Path.of(System.getProperty("headgate.root"), "headgate"), launcher);
    program("javac", "exit 0");
    program("java", JDK_17);
    program("mvn", "echo 'Apache Maven 3.9.9 (abc)'; [ \"$2\" = --version ] || exit 1");
  }

  @Test
  void anOldJavaIsRefused() throws Exception {
    program("java", "echo 'openjdk version \"11.0.21\" 2023-10-17' >&2");
    assertThat(run(launcher, 1)).contains("Java 11.0.21").contains("a JDK 17 or newer is needed");
    program("java", "echo 'java version \"1.8.0_402\"' >&2");
    assertThat(run(launcher, 1)).contains("Java 1.8.0_402").contains("too old");
  }

  @Test
  void anOldMavenIsRefused() throws Exception {
    program("mvn", "echo 'Apache Maven 3.6.3'");
    assertThat(run(launcher, 1)).contains("Maven 3.6.3 is too old: 3.8 or newer");
  }

  @Test
  void aMissingMavenIsSaid() throws Exception {
    Files.delete(folder.resolve("bin/mvn"));
    assertThat(run(launcher, 1)).contains("no Maven found");
  }

  @Test
  void aBuildThatFailsShowsItsErrorsAndWhereTheRestIs() throws Exception {
    program(
        "mvn",
        "if [ \"$2\" = --version ]; then echo 'Apache Maven 3.9.9'; exit 0; fi",
        "echo '[INFO] Building Headgate: model 0.1.0-SNAPSHOT                         [2/17]'",
        "echo '[ERROR] no such thing'",
        "exit 1");
    assertThat(run(launcher, 1))
        .contains("[2/17] Headgate: model")
        .contains("[ERROR] no such thing")
        .contains("the build failed; all of it is in");
  }

  @Test
  void itBuildsOnceAndRunsWhatItBuiltAlsoThroughALink() throws Exception {
    program(
        "mvn",
        "echo \"$@\" >> '" + folder.resolve("builds") + "'",
        "if [ \"$2\" = --version ]; then echo 'Apache Maven 3.9.9'; exit 0; fi",
        "mkdir -p scheduler/distribution/target/headgate/bin",
        "echo 'echo runs: \"$@\"' > scheduler/distribution/target/headgate/bin/headgate");
    Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);

    assertThat(run(link, 0, "status", "--server", "x")).contains("runs: status --server x");
    long builds = Files.readAllLines(folder.resolve("builds")).size();
    assertThat(run(link, 0, "versions")).contains("runs: versions");

    assertThat(Files.readAllLines(folder.resolve("builds"))).hasSize((int) builds);
  }

  private void program(String name, String... lines) throws IOException {
    script(folder.resolve("bin"), name, String.join("\n", lines));
  }

  private static void script(Path where, String name, String content) throws IOException {
    Path file = Files.createDirectories(where).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + content + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What it prints; it must end with the code. Of the machine it sees the usual tools only. */
  private String run(Path script, int exitCode, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "run", ".out");
    try (ChildProcess process =
        ChildProcess.start(
            output,
            Map.of("PATH", folder.resolve("bin") + ":" + tools(), "JAVA_HOME", ""),
            command)) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(exitCode);
      return process.output();
    }
  }

  /** A folder with the tools that the launcher uses, and neither Java nor Maven. */
  private Path tools() throws IOException {
    Path tools = folder.resolve("tools");
    for (String tool : TOOLS) {
      script(tools, tool, "exec " + where(tool) + " \"$@\"");
    }
    return tools;
  }

  private static Path where(String tool) {
    return List.of("/usr/bin", "/bin").stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }
}
