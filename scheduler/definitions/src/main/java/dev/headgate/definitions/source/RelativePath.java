package dev.headgate.definitions.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths with {@code /}, relative to the folder of the definitions. */
public final class RelativePath {
  private RelativePath() {}

  /** Where {@code written} in {@code file} points to; empty if it leaves the folder. */
  public static Optional<String> resolve(String file, String written) {
    if (isAbsolute(written) || written.isBlank() || written.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    int slash = file.lastIndexOf('/');
    String joined = (slash < 0 ? "" : file.substring(0, slash + 1)) + written.replace('\\', '/');
    Deque<String> parts = new ArrayDeque<>();
    for (String part : joined.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
  }

  /** The path on disk; empty if the file system cannot have such a name. */
  static Optional<Path> below(Path root, String path) {
    try {
      return Optional.of(root.toAbsolutePath().normalize().resolve(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  public static boolean isAbsolute(String written) {
    return written.startsWith("/")
        || written.startsWith("\\")
        || written.startsWith("~")
        || written.matches("[A-Za-z]:[/\\\\].*");
  }
}
