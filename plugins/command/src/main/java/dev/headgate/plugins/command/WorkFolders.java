package dev.headgate.plugins.command;

import dev.headgate.spi.PluginException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folders that commands run in, one for each attempt, readable by the server's user only. */
final class WorkFolders {
  private static final String PROCESS = ".headgate-process";

  private final Path root;

  WorkFolders(Path root) {
    this.root = root;
  }

  /**
   * Ends the processes of attempts that an earlier server left behind, and removes their folders.
   */
  void clearLeftovers(Duration grace) {
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> left = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(root)) {
      found.forEach(left::add);
      for (Path folder : left) {
        Path process = folder.resolve(PROCESS);
        String identity = Files.exists(process) ? Files.readString(process) : "";
        Processes.leftBehind(folder, identity).stop(grace);
        remove(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new PluginException("cannot clear " + root + ": " + e, e);
    }
  }

  /**
   * Makes a folder with the files in it; those named in {@code run} first and those that start with
   * {@code #!} can be executed.
   */
  Path create(String run, int attempt, String program, Map<String, String> files)
      throws IOException {
    Files.createDirectories(root);
    Path folder =
        Files.createTempDirectory(root, run.replaceAll("[^A-Za-z0-9_-]", "_") + "-" + attempt + "-")
            .toRealPath();
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path target = inside(folder, file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
        boolean executable = file.getKey().equals(program) || file.getValue().startsWith("#!");
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
      }
    } catch (IOException | RuntimeException e) {
      remove(folder);
      throw e;
    }
    return folder;
  }

  /** Notes the process that runs in a folder, so that a later server finds it. */
  void running(Path folder, ProcessHandle process) throws IOException {
    Files.writeString(folder.resolve(PROCESS), Processes.identity(process));
  }

  /** A file's place in the folder; {@link PluginException} if it would lie outside. */
  static Path inside(Path folder, String file) {
    Path target = folder.resolve(file).normalize();
    if (!target.startsWith(folder) || target.equals(folder)) {
      throw new PluginException(
          "'" + file + "' is not below the definition's folder; expected ./path/to/file");
    }
    return target;
  }

  void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
