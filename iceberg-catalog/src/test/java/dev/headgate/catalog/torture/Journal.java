package dev.headgate.catalog.torture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** Lines of numbers in a file, on the disk when {@link #append} returns. */
final class Journal {
  private final Path file;

  Journal(Path file) {
    this.file = file;
  }

  /** Of what was about to be tried: number and attempt. */
  static Journal intents(Path folder) {
    return new Journal(folder.resolve("intents"));
  }

  /** Of promotions that were acknowledged: number, version and instant. */
  static Journal acknowledged(Path folder) {
    return new Journal(folder.resolve("acknowledged"));
  }

  /** Of acknowledged commits to main: how many there are. */
  static Journal direct(Path folder) {
    return new Journal(folder.resolve("direct"));
  }

  void append(long... numbers) {
    String line = String.join(" ", Arrays.stream(numbers).mapToObj(Long::toString).toList());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap((line + "\n").getBytes(UTF_8)));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All complete lines; one that a death cut short was never acknowledged. */
  List<long[]> lines() {
    try {
      String text = Files.exists(file) ? Files.readString(file) : "";
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Journal::numbers).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last number in the first column; 0 if there is none. */
  long last() {
    List<long[]> lines = lines();
    return lines.isEmpty() ? 0 : lines.get(lines.size() - 1)[0];
  }

  private static long[] numbers(String line) {
    return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
  }
}
