package dev.headgate.plugins.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends lines to a run's log. A log that cannot be written stops nothing. */
final class JobLog {
  private static final Logger LOG = LoggerFactory.getLogger(JobLog.class);

  private final Path file;

  JobLog(Path file) {
    this.file = file;
  }

  synchronized void line(String text) {
    String line = Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + text + "\n";
    try {
      Files.write(
          file,
          line.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.warn("cannot write {}: {}", file, text, e);
    }
  }

  void failure(String text, Throwable cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace, true));
    line(text + "\n" + trace.toString().stripTrailing());
  }

  /** How long it is now, so that what follows can be told apart. */
  long length() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      LOG.warn("cannot read {}", file, e);
      return 0;
    }
  }

  Path file() {
    return file;
  }
}
