package dev.headgate.definitions.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files to parse.
 *
 * @param files contents by path, with {@code /}, relative to one folder. Definitions are the files
 *     called {@code domain.yaml}, {@code pipeline.yaml}, {@code policy.yaml}, {@code
 *     fixtures.yaml}, {@code glossary.yaml} and those whose names end in {@code .domain.yaml} and
 *     so on, or in {@code .odcs.yaml} or {@code .odps.yaml} ({@code .yml} too); others matter only
 *     where a definition names them
 * @param root that folder, where the parser can see it; without it a jar must be given by a URI
 */
public record Sources(Map<String, byte[]> files, Optional<Path> root) {
  private static final Pattern DOMAIN = Pattern.compile("(.*[./])?domain\\.ya?ml");
  private static final Pattern POLICIES = Pattern.compile("(.*[./])?policy\\.ya?ml");
  private static final Pattern FIXTURES = Pattern.compile("(.*[./])?fixtures\\.ya?ml");
  private static final Pattern PIPELINE = Pattern.compile("(.*[./])?pipeline\\.ya?ml");
  private static final Pattern CONTRACT = Pattern.compile("(.*/)?[^/]+\\.odcs\\.ya?ml");

  private static final Pattern DESCRIPTOR = Pattern.compile("(.*/)?[^/]+\\.odps\\.ya?ml");
  private static final Pattern GLOSSARY = Pattern.compile("(.*[./])?glossary\\.ya?ml");

  public Sources {
    files = Map.copyOf(files);
  }

  public static Sources of(Map<String, byte[]> files) {
    return new Sources(files, Optional.empty());
  }

  /**
   * The definitions below a folder and the text files that they name. Skips hidden folders and
   * {@code target}, and does not follow links to folders.
   *
   * @throws dev.headgate.model.HeadgateException if the folder cannot be read, or holds more than
   *     64 MiB of these
   */
  public static Sources readFolder(Path root) {
    return new FolderReader(root).read();
  }

  public static boolean isDomain(String path) {
    return DOMAIN.matcher(path).matches();
  }

  public static boolean isPipeline(String path) {
    return PIPELINE.matcher(path).matches();
  }

  public static boolean isContract(String path) {
    return CONTRACT.matcher(path).matches();
  }

  /** Whether it is what a product says of itself. */
  public static boolean isDescriptor(String path) {
    return DESCRIPTOR.matcher(path).matches();
  }

  public static boolean isGlossary(String path) {
    return GLOSSARY.matcher(path).matches();
  }

  public static boolean isPolicies(String path) {
    return POLICIES.matcher(path).matches();
  }

  /** Whether these are the fixtures of policies. */
  public static boolean isFixtures(String path) {
    return FIXTURES.matcher(path).matches();
  }

  /** Whether it is read whoever names it. */
  public static boolean isDefinition(String path) {
    return isDomain(path)
        || isPipeline(path)
        || isContract(path)
        || isDescriptor(path)
        || isGlossary(path)
        || isPolicies(path)
        || isFixtures(path);
  }

  /** In the order of their paths, so that errors come in the same order everywhere. */
  public Map<String, byte[]> sorted() {
    return new TreeMap<>(files);
  }
}
