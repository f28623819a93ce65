package dev.headgate.definitions;

import dev.headgate.definitions.contract.ContractDraft;
import dev.headgate.definitions.contract.ContractReader;
import dev.headgate.definitions.contract.Contracts;
import dev.headgate.definitions.keys.Extensions;
import dev.headgate.definitions.source.FileReferences;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.YamlReader;
import dev.headgate.model.contract.Contract;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads contracts by themselves, without the pipelines that name them: every schema object of every
 * {@code *.odcs.yaml}. What points to other datasets is left out, as nobody says which they are.
 */
public final class ContractParser {
  private ContractParser() {}

  /**
   * What was found.
   *
   * @param contracts in the order of files, then of objects; none where there are problems
   */
  public record Result(List<Contract> contracts, List<Problem> problems) {
    public Result {
      contracts = List.copyOf(contracts);
      problems = List.copyOf(problems);
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
    List<Contract> contracts = new ArrayList<>();
    for (ContractDraft draft : drafts) {
      draft.objects().forEach(o -> contracts.add(Contracts.byItself(draft, o, problems)));
    }
    return problems.count() > 0
        ? new Result(List.of(), problems.report())
        : new Result(contracts, List.of());
  }
}
