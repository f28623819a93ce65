package dev.headgate.definitions;

import dev.headgate.definitions.contract.ContractDraft;
import dev.headgate.definitions.contract.ContractReader;
import dev.headgate.definitions.contract.Contracts;
import dev.headgate.definitions.contract.SchemaObject;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.source.FileReferences;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Problem;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.definitions.yaml.YamlReader;
import dev.headgate.model.contract.Contract;
import dev.headgate.model.product.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads contracts by themselves, without the pipelines that name them: every schema object of every
 * {@code *.odcs.yaml}. What points to other datasets is left out, as nobody says which they are.
 */
public final class ContractParser {
  private ContractParser() {}

  /**
   * What was found.
   *
   * @param found in the order of files, then of objects; none where there are problems
   */
  public record Result(List<Found> found, List<Problem> problems) {
    public Result {
      found = List.copyOf(found);
      problems = List.copyOf(problems);
    }

    public List<Contract> contracts() {
      return found.stream().map(Found::contract).toList();
    }
  }

  /**
   * A contract.
   *
   * @param tables what its dataset may be called: the object's name, and its physical name
   * @param version where its document says its version
   */
  public record Found(Contract contract, Set<String> tables, Places.Place version) {
    public Found {
      tables = Set.copyOf(tables);
    }
  }

  /** Never throws for what is in the sources. */
  public static Result parse(Sources sources, Extensions extensions) {
    Problems problems = new Problems();
    ContractReader reader =
        new ContractReader(problems, extensions, new FileReferences(sources, problems));
    List<ContractDraft> drafts = new ArrayList<>();
    sources
        .sorted()
        .forEach(
            (file, content) -> {
              if (Sources.isContract(file)) {
                YamlReader.read(file, content, problems)
                    .flatMap(yaml -> reader.read(file, yaml))
                    .ifPresent(drafts::add);
              }
            });
    if (problems.count() > 0) {
      return new Result(List.of(), problems.report());
    }
    List<Found> found = new ArrayList<>();
    Map<List<String>, At> places = new HashMap<>();
    for (ContractDraft draft : drafts) {
      for (SchemaObject object : draft.objects()) {
        At other = places.putIfAbsent(List.of(draft.id(), object.name()), object.at());
        if (other != null) {
          problems.add(object.at(), twice(draft, object, other));
        }
        Set<String> tables = new HashSet<>(Set.of(object.name()));
        object.table().ifPresent(tables::add);
        found.add(
            new Found(
                Contracts.byItself(draft, object, problems), tables, draft.versionAt().toPlace()));
      }
    }
    return problems.count() > 0
        ? new Result(List.of(), problems.report())
        : new Result(found, List.of());
  }

  private static String twice(ContractDraft draft, SchemaObject object, At other) {
    return "'name': the contract "
        + Yaml.quoted(draft.id())
        + " has the object "
        + Yaml.quoted(object.name())
        + " also in "
        + other.place()
        + ":"
        + other.column()
        + ": expected it once";
  }
}
