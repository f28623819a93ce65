package dev.headgate.engine.contract;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What differs between two versions of one dataset's contract, and which version that earns. How
 * much compatibility is promised within a major is what the earlier version says.
 *
 * @param changes in the order of the contract
 */
public record ContractDiff(Contract before, Contract after, List<ContractChange> changes) {
  private static final int SHOWN = 3;

  public ContractDiff {
    changes = List.copyOf(changes);
  }

  /** Compares; equal contracts have no changes, whatever their versions. */
  public static ContractDiff of(Contract before, Contract after) {
    Changes changes = new Changes(before.compatibility(), before.object());
    new DocumentChanges(changes).compare(before, after);
    new ColumnChanges(changes).compareAll(before.columns(), after.columns());
    new KeyChanges(changes).compare(before, after);
    new RuleChanges(changes).compare(before, after);
    new ServiceLevelChanges(changes).compare(before.serviceLevels(), after.serviceLevels());
    return new ContractDiff(before, after, changes.found());
  }

  /** Compares where the dataset has another name, so that nobody finds it by the old one. */
  static ContractDiff renamed(Contract before, Contract after) {
    Changes changes = new Changes(before.compatibility(), before.object());
    changes.add(
        ChangeRule.DATASET_RENAMED,
        "",
        before.object(),
        after.object(),
        List.of(),
        "dataset '" + before.object() + "' is now called '" + after.object() + "'");
    List<ContractChange> all = new ArrayList<>(changes.found());
    of(before, after).changes().stream()
        .filter(change -> !saysTheName(change, before))
        .forEach(all::add);
    return new ContractDiff(before, after, all);
  }

  private static boolean saysTheName(ContractChange change, Contract before) {
    return change.rule() == ChangeRule.DOCUMENTATION_CHANGED
        && change.path().equals(before.object() + ".name");
  }

  /**
   * Compares a candidate with the versions of a major that were promoted, the newest first: with
   * that one only, or with all of them where it promises transitive compatibility. Each diff has an
   * {@link #objection} of its own.
   */
  public static List<ContractDiff> within(int major, List<Contract> promoted, Contract candidate) {
    List<Contract> newestFirst =
        promoted.stream()
            .filter(contract -> contract.version().major() == major)
            .sorted(Comparator.comparing(Contract::version).reversed())
            .toList();
    boolean transitive =
        !newestFirst.isEmpty() && newestFirst.get(0).compatibility().isTransitive();
    return newestFirst.stream()
        .limit(transitive ? newestFirst.size() : 1)
        .map(version -> of(version, candidate))
        .toList();
  }

  /** Of the whole: that of its greatest change; empty where there is none. */
  public Optional<Level> level() {
    return changes.stream().map(ContractChange::level).max(Comparator.naturalOrder());
  }

  /** The least version that the later contract may have. */
  public Version demanded() {
    return level().map(level -> level.after(before.version())).orElse(before.version());
  }

  /** Why the later contract may not have the version that it has; empty if it may. */
  public Optional<Objection> objection() {
    if (after.version().compareTo(before.version()) < 0) {
      return objection(
          "version "
              + after.version()
              + " comes before "
              + before.version()
              + ": versions only go up");
    }
    if (after.version().compareTo(demanded()) >= 0) {
      return Optional.empty();
    }
    return objection(
        "version "
            + after.version()
            + " is too low: after "
            + before.version()
            + " expected at least "
            + demanded()
            + ", for these changes are "
            + level().orElseThrow()
            + ": "
            + reasons());
  }

  private Optional<Objection> objection(String sentence) {
    return Optional.of(new Objection(after, sentence));
  }

  private String reasons() {
    List<ContractChange> greatest =
        changes.stream().filter(change -> Optional.of(change.level()).equals(level())).toList();
    int more = greatest.size() - SHOWN;
    return greatest.stream()
            .limit(SHOWN)
            .map(change -> change.rule() + ", " + change.sentence())
            .collect(Collectors.joining("; "))
        + (more > 0 ? "; and " + more + " more" : "");
  }
}
