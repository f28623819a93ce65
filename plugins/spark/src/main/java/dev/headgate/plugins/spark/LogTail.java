package dev.headgate.plugins.spark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in the end of a log the one line that says why a process failed. */
final class LogTail {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_CHARS = 1000;
  private static final String UNCAUGHT = "Exception in thread \"main\" ";
  private static final Pattern STACK_FRAME =
      Pattern.compile("\\s+at .*|\\s*\\.\\.\\. \\d+ (more|common frames omitted)");
  private static final Pattern ERROR =
      Pattern.compile("(?i).*\\b(error|fatal|failed)\\b.*|[\\w.$]+(Exception|Error)\\b.*");

  private LogTail() {}

  /** The failing line in what was written since {@code offset}; empty if there is nothing. */
  static Optional<String> lastError(Path log, long offset) {
    try {
      return lastError(tail(log, offset).lines().toList());
    } catch (IOException e) {
      return Optional.of("its log cannot be read: " + e.getMessage());
    }
  }

  static Optional<String> lastError(List<String> lines) {
    Optional<String> uncaught =
        lines.stream().filter(line -> line.startsWith(UNCAUGHT)).reduce((a, b) -> b);
    if (uncaught.isPresent()) {
      return uncaught.map(line -> shortened(line.substring(UNCAUGHT.length())));
    }
    List<String> said =
        lines.stream()
            .filter(line -> !line.isBlank() && !STACK_FRAME.matcher(line).matches())
            .toList();
    return said.stream()
        .filter(line -> ERROR.matcher(line).matches())
        .reduce((a, b) -> b)
        .or(() -> said.stream().reduce((a, b) -> b))
        .map(LogTail::shortened);
  }

  private static String shortened(String line) {
    String text = line.strip();
    return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
  }

  private static String tail(Path log, long offset) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(Math.min(offset, file.length()), file.length() - MOST_BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
