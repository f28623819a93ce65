package dev.headgate.server.local;

import dev.headgate.definitions.ContractParser;
import dev.headgate.definitions.source.Sources;
import dev.headgate.engine.contract.ContractDiff;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares contracts in files. */
public final class LocalContracts {
  private final Installation installation;
  private final Map<String, String> environment;

  public LocalContracts(Installation installation, Map<String, String> environment) {
    this.installation = installation;
    this.environment = Map.copyOf(environment);
  }

  /**
   * What differs.
   *
   * @param contracts one for each that is on both sides, found by the document's id and the schema
   *     object's name
   * @param added and removed: those on one side alone, as {@code id/object}
   */
  public record Report(
      List<ContractDiffView> contracts, List<String> added, List<String> removed) {}

  /**
   * Compares a file with a file, or all contracts of two folders.
   *
   * @throws HeadgateException {@code INVALID_DEFINITION} with every mistake, {@code NOT_FOUND}
   *     where there is nothing to compare
   */
  public Report diff(Home home, Path before, Path after) throws IOException {
    Map<String, Contract> earlier;
    Map<String, Contract> later;
    try (LocalPlugins plugins =
        LocalPlugins.load(
            installation, new SettingsLoader(environment).load(home.configuration(), Map.of()))) {
      earlier = read(before, plugins);
      later = read(after, plugins);
    }
    List<ContractDiffView> diffs = new ArrayList<>();
    later.forEach(
        (name, contract) -> {
          if (earlier.containsKey(name)) {
            diffs.add(ContractDiffView.of(name, ContractDiff.of(earlier.get(name), contract)));
          }
        });
    return new Report(diffs, missing(later, earlier), missing(earlier, later));
  }

  private static List<String> missing(Map<String, Contract> of, Map<String, Contract> in) {
    return of.keySet().stream().filter(name -> !in.containsKey(name)).toList();
  }

  private static Map<String, Contract> read(Path path, LocalPlugins plugins) throws IOException {
    Sources sources =
        Files.isDirectory(path)
            ? Sources.readFolder(path)
            : Sources.of(Map.of(named(path), bytes(path)));
    ContractParser.Result result =
        ContractParser.parse(sources, DefinitionModule.of(plugins.loaded()));
    if (!result.problems().isEmpty()) {
      throw new HeadgateException(
          ErrorCode.INVALID_DEFINITION,
          path
              + " has mistakes:\n"
              + result.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
    Map<String, Contract> contracts = new TreeMap<>();
    result.contracts().forEach(c -> contracts.put(c.id() + "/" + c.object(), c));
    if (contracts.isEmpty()) {
      throw new HeadgateException(
          ErrorCode.NOT_FOUND, path + " has no contract: expected files called *.odcs.yaml");
    }
    return contracts;
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
    return Sources.isContract(name) ? name : name + ".odcs.yaml";
  }
}
