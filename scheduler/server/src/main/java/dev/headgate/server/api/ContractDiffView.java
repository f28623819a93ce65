package dev.headgate.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headgate.engine.contract.ContractChange;
import dev.headgate.engine.contract.ContractDiff;
import dev.headgate.engine.contract.Objection;
import dev.headgate.engine.contract.OneSided;
import dev.headgate.engine.contract.Party;
import java.util.List;
import java.util.function.Function;

/**
 * What differs between two versions of a contract.
 *
 * @param name the dataset or the schema object
 * @param before and after: versions; absent where there is no contract on that side
 * @param level what the changes earn: patch, minor or major; absent where there is none
 * @param demanded the least version that the later contract may have
 * @param objection why it may not have the version that it has; absent where it may
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContractDiffView(
    String name,
    String before,
    String after,
    String level,
    String demanded,
    String objection,
    List<Change> changes) {
  /** Of one pair, objections by the file that they are to. */
  static ContractDiffView of(String name, ContractDiff diff) {
    return of(name, diff, Objection::toString);
  }

  /** Of one pair. */
  public static ContractDiffView of(
      String name, ContractDiff diff, Function<Objection, String> said) {
    return new ContractDiffView(
        name,
        diff.before().version().toString(),
        diff.after().version().toString(),
        diff.level().map(Object::toString).orElse(null),
        diff.demanded().toString(),
        diff.objection().map(said).orElse(null),
        diff.changes().stream().map(Change::of).toList());
  }

  /** Of one that only one side has. */
  public static ContractDiffView of(String name, OneSided alone, Function<Objection, String> said) {
    String version = alone.contract().version().toString();
    return new ContractDiffView(
        name,
        alone.isAdded() ? null : version,
        alone.isAdded() ? version : null,
        alone.change().level().toString(),
        alone.demanded().toString(),
        alone.objection().map(said).orElse(null),
        List.of(Change.of(alone.change())));
  }

  /**
   * One change.
   *
   * @param rule as in the list of changes
   * @param hurts readers, writers, both or neither
   * @param path from the dataset on
   */
  public record Change(String level, String rule, List<String> hurts, String path, String message) {
    private static Change of(ContractChange change) {
      return new Change(
          change.level().toString(),
          change.rule().toString(),
          change.hurts().stream().map(Party::toString).sorted().toList(),
          change.path(),
          change.sentence());
    }
  }
}
