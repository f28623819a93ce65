package dev.headgate.cli.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Files as who reads the reports of a build knows them: by paths from where the command runs, which
 * in CI is the root of the repository.
 */
final class Repository {
  private final Optional<Path> definitions;
  private final Path root;

  /**
   * A repository.
   *
   * @param definitions the folder that was judged by, where one is here
   * @param root where the command runs
   */
  Repository(Optional<Path> definitions, Path root) {
    this.definitions = definitions;
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * The path of a file that definitions name so; empty where it is not among them, such as one of
   * the site's policies. Where none are here, what the server calls it.
   */
  Optional<String> path(String file) {
    boolean isHere =
        definitions.map(folder -> Files.isRegularFile(folder.resolve(file))).orElse(true);
    return file.isEmpty() || !isHere ? Optional.empty() : Optional.of(fromRoot(file));
  }

  /** The same for what was read from there, whether it is a file or not. */
  String fromRoot(String file) {
    return definitions
        .map(folder -> folder.toAbsolutePath().resolve(file).normalize())
        .filter(path -> path.startsWith(root))
        .map(path -> path.equals(root) ? "." : slashed(root.relativize(path)))
        .orElse(file);
  }

  private static String slashed(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  /** A path as a relative reference of RFC 3986. */
  static String uri(String path) {
    try {
      return new URI(null, null, "/" + path, null).toASCIIString().substring(1).replace(":", "%3A");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path + " is no path: " + e.getMessage(), e);
    }
  }
}
