package dev.headgate.plugins.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What one attempt wrote to a log that others appended to before. */
final class LogTail {
  private static final int READ = 4096;
  private static final int LONGEST_LINE = 500;

  private final Path log;
  private final long start;

  LogTail(Path log) throws IOException {
    this.log = log;
    this.start = Files.exists(log) ? Files.size(log) : 0;
  }

  /** The last line that is not blank, shortened; empty where there is none. */
  String lastLine() throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    try (FileChannel channel = FileChannel.open(log)) {
      long from = Math.max(start, channel.size() - READ);
      ByteBuffer buffer = ByteBuffer.allocate(READ);
      channel.read(buffer, from);
      String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
      String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
      return last.length() <= LONGEST_LINE ? last : last.substring(0, LONGEST_LINE) + "…";
    }
  }

  /** Adds a line of Headgate's own. */
  void note(String line) throws IOException {
    Files.writeString(
        log, "headgate: " + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
