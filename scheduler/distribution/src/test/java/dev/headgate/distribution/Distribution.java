package dev.headgate.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headgate.cli.Cli;
import dev.headgate.cli.terminal.Terminal;
import dev.headgate.server.home.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The distribution that the build put together, run as a user does. */
final class Distribution {
  private static final Path FOLDER = Path.of("target", "headgate").toAbsolutePath();

  /** What pays off in processes that live for a minute. */
  static final String SHORT_LIVED = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private Distribution() {}

  static Path folder() {
    return FOLDER;
  }

  /** Starts {@code bin/headgate} with arguments on a home. */
  static ChildProcess start(Path home, Path output, String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", FOLDER.resolve("bin/headgate") + ""));
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("--home", home.toString(), "--port", "0"));
    Map<String, String> environment =
        Map.of("JAVA_HOME", System.getProperty("java.home"), "HEADGATE_JAVA_OPTS", SHORT_LIVED);
    return ChildProcess.start(output, environment, command);
  }

  /** What a command over the server of a home answers as JSON. */
  static JsonNode json(Path home, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("-o", "json"));
    return read(run(home, all.toArray(String[]::new)));
  }

  static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a command over the server of a home prints; it must succeed. */
  static String run(Path home, String... arguments) {
    return attempt(home, 0, arguments);
  }

  /** What a command prints that ends with this exit code. */
  static String attempt(Path home, int expected, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--home", home.toString()));
    Terminal terminal = new Terminal(stream(out), stream(err), false, 0);
    int exitCode =
        new Cli(
                terminal,
                Map.of(),
                (folder, settings) -> 1,
                (folder, settings) -> {
                  throw new IllegalStateException("start() starts servers");
                },
                new InProcess(() -> new Installation(FOLDER), Map.of()))
            .run(all.toArray(String[]::new));
    if (exitCode != expected) {
      throw new AssertionError(all + " ended with " + exitCode + ": " + err);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
