package dev.headgate.cli.demo;

import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The demo's data and definitions, laid into the home, where a person may go on with them. */
final class DemoFiles {
  private final Path folder;

  private DemoFiles(Path folder) {
    this.folder = folder;
  }

  /** Copies what is missing from the distribution; what is there stays as it is. */
  static DemoFiles in(Path home) {
    String installation = System.getProperty("headgate.installation");
    if (installation == null) {
      throw new CliException(
          ExitCode.FAILED, "start the demo with the headgate command of a distribution");
    }
    Path from = Path.of(installation).resolve("demo");
    DemoFiles files = new DemoFiles(home.resolve("demo").toAbsolutePath().normalize());
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : (Iterable<Path>) all::iterator) {
        files.copy(source, files.folder.resolve(from.relativize(source).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lay out the demo's files in " + files.folder, e);
    }
    return files;
  }

  private void copy(Path source, Path target) throws IOException {
    if (Files.isDirectory(source)) {
      Files.createDirectories(target);
    } else if (!Files.exists(target)) {
      Files.copy(source, target);
    }
  }

  /** The folder that is applied. */
  Path definitions() {
    return folder.resolve("definitions");
  }

  /** Where a file of the data is; may be a pattern. */
  String data(String name) {
    return folder.resolve("data") + "/" + name;
  }

  /** Puts the mistake in the place of the SQL that works. */
  void makeTheMistake() {
    put("changed");
  }

  /** Puts the SQL that works back. */
  void undoTheMistake() {
    put("original");
  }

  private void put(String which) {
    Path sql = definitions().resolve("analytics").resolve("sql").resolve("daily_delays.sql");
    try {
      Path original = folder.resolve("original");
      Files.createDirectories(original);
      if (!Files.exists(original.resolve(sql.getFileName()))) {
        Files.copy(sql, original.resolve(sql.getFileName()));
      }
      Files.copy(
          folder.resolve(which).resolve(sql.getFileName()),
          sql,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot change " + sql, e);
    }
  }

  /** Where a person looks next. */
  List<Path> worthReading() {
    return List.of(
        definitions().resolve("analytics").resolve("pipeline.yaml"),
        definitions().resolve("operations").resolve("pipeline.yaml"));
  }
}
