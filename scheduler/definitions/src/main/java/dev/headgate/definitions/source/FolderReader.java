package dev.headgate.definitions.source;

import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.definitions.yaml.YamlReader;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects definitions from disk, and of the other files those that a definition names. */
final class FolderReader {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_VISITED = 200_000;
  private static final long MAX_TOTAL = 64L * 1024 * 1024;

  private final Path root;
  private final Map<String, byte[]> files = new TreeMap<>();
  private long total;
  private int visited;

  FolderReader(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  Sources read() {
    if (!Files.isDirectory(root)) {
      throw new HeadgateException(
          Files.exists(root) ? ErrorCode.INVALID_REQUEST : ErrorCode.NOT_FOUND,
          "no folder " + root + ": expected one with definitions");
    }
    try {
      Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, new Definitions());
      for (Map.Entry<String, byte[]> definition : Map.copyOf(files).entrySet()) {
        if (namesFiles(definition.getKey())) {
          addNamedBy(definition.getKey(), definition.getValue());
        }
      }
    } catch (IOException e) {
      throw new HeadgateException(
          ErrorCode.EXTERNAL, "cannot read definitions from " + root + ": " + e, e);
    }
    return new Sources(files, Optional.of(root));
  }

  /** Every text in the definition that is the path of a file beside it may be a reference. */
  private void addNamedBy(String definition, byte[] content) throws IOException {
    Optional<Yaml> tree = YamlReader.read(definition, content, new Problems());
    if (tree.isPresent()) {
      addNamedBy(definition, tree.get());
    }
  }

  private void addNamedBy(String definition, Yaml yaml) throws IOException {
    if (yaml instanceof Yaml.Mapping map) {
      for (Yaml.Entry entry : map.entries()) {
        addNamedBy(definition, entry.value());
      }
    } else if (yaml instanceof Yaml.Sequence list) {
      for (Yaml item : list.items()) {
        addNamedBy(definition, item);
      }
    } else if (yaml instanceof Yaml.Scalar scalar && scalar.kind() == Yaml.Kind.TEXT) {
      Optional<String> path = RelativePath.resolve(definition, scalar.text());
      if (path.isPresent()
          && !files.containsKey(path.get())
          && !FileReferences.isBinary(path.get())
          && RelativePath.below(root, path.get()).filter(Files::isRegularFile).isPresent()) {
        add(path.get());
      }
    }
  }

  private void add(String path) throws IOException {
    try (InputStream in = Files.newInputStream(root.resolve(path))) {
      // One byte more than allowed shows the parser that it is too large.
      byte[] content = in.readNBytes(YamlReader.MAX_BYTES + 1);
      total += content.length;
      if (total > MAX_TOTAL) {
        throw new HeadgateException(
            ErrorCode.INVALID_DEFINITION,
            "more than 64 MiB of definitions in " + root + ": expected a folder of definitions");
      }
      files.put(path, content);
    }
  }

  private final class Definitions extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
      boolean skipped = name.startsWith(".") || name.equals("target");
      return skipped && !folder.equals(root)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      visited++;
      if (visited > MAX_VISITED) {
        throw new HeadgateException(
            ErrorCode.INVALID_DEFINITION,
            "more than "
                + MAX_VISITED
                + " files in "
                + root
                + ": expected a folder of definitions");
      }
      String path = root.relativize(file).toString().replace('\\', '/');
      if (Sources.isDefinition(path) && Files.isRegularFile(file)) {
        add(path);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean namesFiles(String path) {
    return !Sources.isContract(path) && !Sources.isDescriptor(path) && !Sources.isGlossary(path);
  }
}
