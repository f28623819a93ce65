package dev.headgate.definitions.source;

import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Suggestion;
import dev.headgate.definitions.yaml.Utf8;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.definitions.yaml.YamlReader;
import dev.headgate.model.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files that jobs name, digests them, and gathers the bundle of text files. */
public final class FileReferences {
  private static final Pattern BINARY =
      Pattern.compile("(?i).*\\.(jar|zip|whl|egg|gz|tgz|tar|so|bin)");
  private static final Pattern URI_LIKE = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*");
  private static final int MAX_NEIGHBOURS = 1000;
  private static final String BESIDE = "expected a path relative to the definition's folder";

  private final Sources sources;
  private final Problems problems;
  private final Map<String, String> bundle = new TreeMap<>();
  private final Map<Path, String> digests = new TreeMap<>();

  public FileReferences(Sources sources, Problems problems) {
    this.sources = sources;
    this.problems = problems;
  }

  /**
   * A file that is there.
   *
   * @param setting how the job finds it: the path as written for a text file, else a URI
   * @param path of a text file, among the sources
   */
  public record Found(String setting, String digest, Optional<String> path, Optional<String> text) {
    static Found binary(String uri, String digest) {
      return new Found(uri, digest, Optional.empty(), Optional.empty());
    }
  }

  public static boolean isBinary(String path) {
    return BINARY.matcher(path).matches();
  }

  public Map<String, String> bundle() {
    return bundle;
  }

  /** Empty, and a problem, where there is no such file. */
  public Optional<Found> find(Located<String> written, String key) {
    String value = written.value().strip();
    String name = "'" + key + "': " + Yaml.quoted(value);
    if (RelativePath.isAbsolute(value)) {
      return refuse(
          written,
          name + " is an absolute path: " + BESIDE + (isBinary(value) ? ", or a URI" : ""));
    }
    if (URI_LIKE.matcher(value).matches()) {
      return uri(written, value, name);
    }
    Optional<String> path = RelativePath.resolve(written.at().file(), value);
    if (path.isEmpty()) {
      return refuse(written, name + " leaves the folder of the definitions: " + BESIDE);
    }
    return isBinary(value)
        ? localBinary(written, path.get(), name)
        : text(written, value, path.get(), name);
  }

  private Optional<Found> text(Located<String> written, String value, String path, String name) {
    byte[] content = sources.files().get(path);
    if (content == null) {
      String meant =
          Suggestion.closest(path, neighbours(path))
              .map(p -> ", did you mean '" + p + "'? expected a file at '" + path + "'")
              .orElse(": expected a file at '" + path + "'");
      return refuse(written, name + " does not exist" + meant);
    }
    if (content.length > YamlReader.MAX_BYTES) {
      return refuse(written, name + " is larger than 1 MiB: expected a text file");
    }
    Optional<String> text = Utf8.decode(path, content, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String digest = Digests.sha256(content);
    bundle.put(digest, text.get());
    return Optional.of(new Found(value, digest, Optional.of(path), text));
  }

  /** What is there instead: the other sources, and the files on disk in the same folder. */
  private List<String> neighbours(String path) {
    List<String> known = new ArrayList<>(sources.files().keySet());
    Path folder =
        sources
            .root()
            .flatMap(r -> RelativePath.below(r, path))
            .map(Path::getParent)
            .filter(Files::isDirectory)
            .orElse(null);
    if (folder != null) {
      try (Stream<Path> inFolder = Files.list(folder)) {
        inFolder.limit(MAX_NEIGHBOURS).map(this::shown).forEach(known::add);
      } catch (IOException | UncheckedIOException e) {
        // Only the suggestion is poorer; that the file is missing is reported all the same.
        return known;
      }
    }
    return known;
  }

  private Optional<Found> localBinary(Located<String> written, String path, String name) {
    if (sources.root().isEmpty()) {
      return refuse(
          written,
          name
              + " is relative to a folder that cannot be seen from here: expected a URI such as"
              + " s3a://… or file:///…");
    }
    Optional<Path> local = RelativePath.below(sources.root().get(), path);
    if (local.isEmpty()) {
      return refuse(written, name + " is not a path: " + BESIDE);
    }
    return digest(written, local.get(), name)
        .map(d -> Found.binary(local.get().toUri().toString(), d));
  }

  private Optional<Found> uri(Located<String> written, String value, String name) {
    try {
      URI uri = new URI(value);
      if (!"file".equalsIgnoreCase(uri.getScheme())) {
        return Optional.of(Found.binary(value, Digests.sha256(value)));
      }
      return digest(written, Path.of(uri), name).map(d -> Found.binary(value, d));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return refuse(written, name + " is not a URI: " + BESIDE + ", or a URI such as file:///…");
    }
  }

  private Optional<String> digest(Located<String> written, Path file, String name) {
    String known = digests.get(file);
    if (known != null) {
      return Optional.of(known);
    }
    if (!Files.isRegularFile(file)) {
      refuse(written, name + " does not exist: expected a file at '" + shown(file) + "'");
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting = new DigestInputStream(in, sha256())) {
      digesting.transferTo(OutputStream.nullOutputStream());
      String digest = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
      digests.put(file, digest);
      return Optional.of(digest);
    } catch (IOException e) {
      refuse(written, name + " cannot be read: " + e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** Below the root as everywhere else in messages: relative to it. */
  private String shown(Path file) {
    Path root = sources.root().map(r -> r.toAbsolutePath().normalize()).orElse(file);
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(root) && !absolute.equals(root)
        ? root.relativize(absolute).toString().replace('\\', '/')
        : file.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Optional<Found> refuse(Located<String> written, String message) {
    problems.add(written.at(), message);
    return Optional.empty();
  }
}
