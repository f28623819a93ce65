package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.terminal.ProgressLine;
import dev.headgate.cli.terminal.Terminal;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;

/**
 * Follows a release until it has ended or waits for people. To be interrupted is no harm: the
 * release goes on, and the person is told so.
 */
final class ReleaseWatch {
  private static final long PAUSE_MILLIS = 300;
  private static final Set<String> RESTING =
      Set.of(
          "HELD", "AWAITING_APPROVAL", "PROMOTED", "FAILED", "REJECTED", "CANCELLED", "SUPERSEDED");
  private static final Set<String> WELL = Set.of("PROMOTED", "AWAITING_APPROVAL");

  private final Api api;
  private final Terminal terminal;

  ReleaseWatch(Api api, Terminal terminal) {
    this.api = api;
    this.terminal = terminal;
  }

  /** The release as it is then. */
  JsonNode follow(long release) {
    AtomicBoolean done = new AtomicBoolean();
    Thread farewell = new Thread(() -> farewell(release, done), "farewell");
    Runtime.getRuntime().addShutdownHook(farewell);
    try (ProgressLine progress = terminal.progress()) {
      JsonNode shown = api.get("/releases/" + release);
      while (!RESTING.contains(shown.path("state").asText())) {
        progress.show(words(shown));
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        shown = api.get("/releases/" + release);
      }
      return shown;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.FAILED, "interrupted", e);
    } finally {
      done.set(true);
      if (!ending()) {
        Runtime.getRuntime().removeShutdownHook(farewell);
      }
    }
  }

  /** Whether it came to what was wished for. */
  static ExitCode exitCode(JsonNode release) {
    return WELL.contains(release.path("state").asText()) ? ExitCode.OK : ExitCode.FAILED;
  }

  private static boolean ending() {
    try {
      Thread probe = new Thread(() -> {});
      Runtime.getRuntime().addShutdownHook(probe);
      return !Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private void farewell(long release, AtomicBoolean done) {
    if (!done.get()) {
      terminal.note(
          "\nRelease "
              + release
              + " goes on. See it with 'headgate release show "
              + release
              + "', stop it with 'headgate release cancel "
              + release
              + " --reason …'.");
    }
  }

  private static String words(JsonNode release) {
    long all = release.path("runs").size();
    long ended =
        StreamSupport.stream(release.path("runs").spliterator(), false)
            .filter(run -> !run.path("endedAt").isNull())
            .count();
    return "release "
        + release.path("id").asLong()
        + " of "
        + release.path("product").asText()
        + ": "
        + release.path("state").asText()
        + (all > 0 ? ", " + ended + " of " + all + " runs ended" : "");
  }
}
