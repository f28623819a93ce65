package dev.headgate.cli.commands;

import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.api.Mistake;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder of definitions as it is sent: every text file up to a size, but for hidden folders and
 * {@code target}. Jars are not sent; the server looks for them below the same folder.
 */
public final class Upload {
  private static final long LARGEST = 1 << 20;
  private static final long ALL = 12 << 20;

  private final Path root;
  private final Map<String, Object> files = new TreeMap<>();
  private long size;

  private Upload(Path root) {
    this.root = root;
  }

  /** The request's body. */
  public static Map<String, Object> of(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    if (Files.notExists(root)) {
      throw new CliException(ExitCode.NOT_FOUND, "there is no folder " + root);
    }
    if (!Files.isDirectory(root)) {
      throw new CliException(ExitCode.USAGE, root + " is no folder");
    }
    Upload upload = new Upload(root);
    try {
      Files.walkFileTree(root, upload.new Visitor());
    } catch (IOException e) {
      throw new CliException(ExitCode.FAILED, root + " cannot be read: " + e, e);
    }
    return new HashMap<>(Map.of("root", root.toString(), "files", upload.files));
  }

  /** Text; what is none is no definition and no SQL, but for YAML, which is a mistake then. */
  private static Optional<String> text(Path file, byte[] content) {
    ByteBuffer in = ByteBuffer.wrap(content);
    CharBuffer out = CharBuffer.allocate(content.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (!result.isError()) {
      return Optional.of(out.flip().toString());
    }
    if (isYaml(file)) {
      String before = out.flip().toString();
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      int column = before.length() - before.lastIndexOf('\n');
      String message = "a byte that is not UTF-8: expected UTF-8";
      throw new CliException(
          ExitCode.USAGE,
          file + ":" + line + ":" + column + ": " + message,
          null,
          List.of(new Mistake(file.toString(), line, column, message)));
    }
    return Optional.empty();
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
      boolean skipped = !folder.equals(root) && (name.startsWith(".") || name.equals("target"));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile() && attributes.size() <= LARGEST) {
        text(file, Files.readAllBytes(file)).ifPresent(content -> add(file, content));
      } else if (attributes.isRegularFile() && isYaml(file)) {
        throw new CliException(
            ExitCode.USAGE,
            file
                + " has "
                + attributes.size()
                + " bytes: expected a definition of at most "
                + LARGEST);
      }
      return FileVisitResult.CONTINUE;
    }

    private void add(Path file, String content) {
      size += content.length();
      if (size > ALL) {
        throw new CliException(
            ExitCode.USAGE,
            root
                + " holds more than "
                + (ALL >> 20)
                + " MiB of text: expected a folder with"
                + " definitions and their SQL only");
      }
      files.put(
          root.relativize(file).toString().replace(File.separatorChar, '/'),
          Map.of("text", content));
    }
  }
}
