package dev.headgate.server.local;

import dev.headgate.definitions.ContractParser;
import dev.headgate.definitions.source.Sources;
import dev.headgate.engine.contract.ContractSets;
import dev.headgate.engine.contract.ContractSets.Entry;
import dev.headgate.engine.contract.Objection;
import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.contract.Contract;
import dev.headgate.server.api.ContractDiffView;
import dev.headgate.server.config.SettingsLoader;
import dev.headgate.server.definitions.DefinitionModule;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares contracts in files. */
public final class LocalContracts {
  private static final String CONTRACT = ".odcs.yaml";

  private final Installation installation;
  private final Map<String, String> environment;

  public LocalContracts(Installation installation, Map<String, String> environment) {
    this.installation = installation;
    this.environment = Map.copyOf(environment);
  }

  /**
   * What differs.
   *
   * @param contracts those that both sides have, then those that one has alone
   * @param added and removed: those that one side has alone, as {@code id/object}
   */
  public record Report(
      List<ContractDiffView> contracts, List<String> added, List<String> removed) {}

  /**
   * Compares two files as versions of one document, or all contracts of two folders by their
   * documents' ids.
   *
   * @throws HeadgateException {@code INVALID_DEFINITION} with every mistake, {@code NOT_FOUND}
   *     where there is nothing to compare
   */
  public Report diff(Home home, Path before, Path after) throws IOException {
    Read earlier;
    Read later;
    try (LocalPlugins plugins =
        LocalPlugins.load(
            installation, new SettingsLoader(environment).load(home.configuration(), Map.of()))) {
      earlier = read(before, plugins);
      later = read(after, plugins);
    }
    refuseMistakes(earlier, later);
    Map<Contract, String> places = new HashMap<>(earlier.versions());
    places.putAll(later.versions());
    return report(
        Files.isDirectory(before) || Files.isDirectory(after)
            ? ContractSets.ofFolders(earlier.entries(), later.entries())
            : ContractSets.ofFiles(earlier.entries(), later.entries()),
        objection -> places.get(objection.to()) + ": " + objection.sentence());
  }

  /** One side, with where its versions are, and what is wrong with it. */
  private record Read(
      Path path, List<Entry> entries, Map<Contract, String> versions, List<String> mistakes) {
    private String text() {
      return path + " has mistakes:\n" + String.join("\n", mistakes);
    }
  }

  /** Of both sides at once; of the same file or folder twice, once. */
  private static void refuseMistakes(Read earlier, Read later) {
    List<String> mistaken =
        Stream.of(earlier, later)
            .filter(read -> !read.mistakes().isEmpty())
            .map(Read::text)
            .distinct()
            .toList();
    if (!mistaken.isEmpty()) {
      throw new HeadgateException(ErrorCode.INVALID_DEFINITION, String.join("\n", mistaken));
    }
  }

  private static Report report(ContractSets sets, Function<Objection, String> said) {
    List<ContractDiffView> views = new ArrayList<>();
    sets.pairs().forEach(diff -> views.add(ContractDiffView.of(name(diff.after()), diff, said)));
    sets.alone()
        .forEach(alone -> views.add(ContractDiffView.of(name(alone.contract()), alone, said)));
    return new Report(views, names(sets, true), names(sets, false));
  }

  private static List<String> names(ContractSets sets, boolean added) {
    return sets.alone().stream()
        .filter(alone -> alone.isAdded() == added)
        .map(alone -> name(alone.contract()))
        .toList();
  }

  private static String name(Contract contract) {
    return contract.id() + "/" + contract.object();
  }

  private static Read read(Path path, LocalPlugins plugins) throws IOException {
    Sources sources =
        Files.isDirectory(path)
            ? Sources.readFolder(path)
            : Sources.of(Map.of(named(path), bytes(path)));
    ContractParser.Result result =
        ContractParser.parse(sources, DefinitionModule.of(plugins.loaded()));
    if (sources.files().keySet().stream().noneMatch(Sources::isContract)) {
      throw new HeadgateException(
          ErrorCode.NOT_FOUND, path + " has no contract: expected files called *.odcs.yaml");
    }
    List<Entry> entries =
        result.found().stream()
            .map(found -> new Entry(found.contract(), found.tables()))
            .sorted(Comparator.comparing(entry -> name(entry.contract())))
            .toList();
    Map<Contract, String> versions = new HashMap<>();
    result
        .found()
        .forEach(found -> versions.put(found.contract(), named(path, found.version().toString())));
    return new Read(
        path,
        entries,
        versions,
        result.problems().stream().map(problem -> named(path, problem.toString())).toList());
  }

  private static byte[] bytes(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new HeadgateException(ErrorCode.NOT_FOUND, "there is no file " + file);
    }
    return Files.readAllBytes(file);
  }

  /** A file that is named is taken for a contract, whatever it is called. */
  private static String named(Path file) {
    String name = file.getFileName().toString();
    return Sources.isContract(name) ? name : name + CONTRACT;
  }

  /** A mistake with the name that the file has. */
  private static String named(Path path, String mistake) {
    String name = path.getFileName().toString();
    return mistake.startsWith(name + CONTRACT + ":")
        ? name + mistake.substring(name.length() + CONTRACT.length())
        : mistake;
  }
}
