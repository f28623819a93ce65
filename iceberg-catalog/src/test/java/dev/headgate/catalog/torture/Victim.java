package dev.headgate.catalog.torture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link TortureProcess} seen from its parent. */
final class Victim {
  private static final long MOST_SECONDS = 300;

  private final Process process;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread listener;

  private Victim(Process process) {
    this.process = process;
    this.listener = new Thread(this::listen, "victim-output");
    listener.setDaemon(true);
    listener.start();
  }

  static Victim start(Database database, Path folder, Death death, long dyingPromotion) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            TortureProcess.class.getName(),
            database.url(),
            database.user(),
            folder.toString(),
            death.name(),
            Long.toString(dyingPromotion));
    try {
      return new Victim(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    try (BufferedReader output = process.inputReader(UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (line.equals(TortureProcess.READY)) {
          ready.complete(null);
        }
      }
    } catch (IOException e) {
      lines.add("cannot read what the process printed: " + e);
    }
    ready.complete(null);
  }

  /** Waits until it dies by itself. */
  void awaitDeath() throws InterruptedException {
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("the process died within %s s: %s", MOST_SECONDS, lines).isTrue();
    checkEnd();
  }

  /** Kills it some time after it began to work. */
  void killAfter(long millis) throws InterruptedException {
    try {
      ready.get(MOST_SECONDS, TimeUnit.SECONDS);
      process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the process did not start to work: " + lines, e);
    } finally {
      process.destroyForcibly();
    }
    process.waitFor();
    checkEnd();
  }

  private void checkEnd() throws InterruptedException {
    listener.join(TimeUnit.SECONDS.toMillis(MOST_SECONDS));
    assertThat(process.exitValue())
        .as("how the process ended; it printed:%n%s", String.join("\n", lines))
        .isEqualTo(Death.EXIT_CODE);
  }

  /** A column of the last figures that it printed. */
  long figure(int column) {
    long figure = 0;
    for (String line : List.copyOf(lines)) {
      if (line.startsWith(TortureProcess.FIGURES)) {
        figure = Long.parseLong(line.split(" ", -1)[column]);
      }
    }
    return figure;
  }
}
