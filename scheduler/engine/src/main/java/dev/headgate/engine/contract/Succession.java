package dev.headgate.engine.contract;

import dev.headgate.model.contract.Contract;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A contract beside what was promoted before it.
 *
 * @param diff to the newest that was promoted
 * @param objections why it may not have its version, each said once: by the newest, and where
 *     compatibility is transitive, by an earlier one of its major that demands more
 */
public record Succession(ContractDiff diff, List<Objection> objections) {
  public Succession {
    objections = List.copyOf(objections);
  }

  /**
   * Empty where nothing was promoted.
   *
   * @param promoted what the dataset was promoted under, newest first
   */
  public static Optional<Succession> of(List<Contract> promoted, Contract candidate) {
    if (promoted.isEmpty()) {
      return Optional.empty();
    }
    ContractDiff diff = ContractDiff.of(promoted.get(0), candidate);
    Set<Objection> objections = new LinkedHashSet<>();
    diff.objection().ifPresent(objections::add);
    if (candidate.compatibility().isTransitive()) {
      ContractDiff.within(candidate.version().major(), promoted, candidate).stream()
          .filter(each -> objections.isEmpty() || each.demanded().compareTo(diff.demanded()) > 0)
          .forEach(each -> each.objection().ifPresent(objections::add));
    }
    return Optional.of(new Succession(diff, List.copyOf(objections)));
  }

  /** Whether anything differs. */
  public boolean isChange() {
    return !diff.changes().isEmpty() || !diff.before().version().equals(diff.after().version());
  }
}
