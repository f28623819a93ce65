package dev.headgate.engine.contract;

import dev.headgate.model.contract.Contract;
import dev.headgate.model.contract.Version;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A contract that only one of two sets has: a dataset is no longer promised, or is from now on.
 *
 * @param demanded the least version that its document may have in the later set
 * @param objection why the later set may not be so; empty if it may
 */
public record OneSided(
    Contract contract, ContractChange change, Version demanded, Optional<Objection> objection) {

  /**
   * One that the later set does not have.
   *
   * @param document what the later set has of the same document
   */
  static OneSided removed(Contract contract, Collection<Contract> document) {
    ContractChange change =
        change(ChangeRule.DATASET_REMOVED, contract, "dataset '%s' is there no more");
    Version demanded = Level.MAJOR.after(contract.version());
    Optional<Contract> left = newest(document);
    Optional<Objection> objection =
        left.isPresent()
            ? left.flatMap(l -> tooLow(l, contract.version(), demanded, change))
            : gone(contract, demanded, change);
    return new OneSided(contract, change, demanded, objection);
  }

  /**
   * One that the earlier set does not have.
   *
   * @param document what the earlier set has of the same document
   */
  static OneSided added(Contract contract, Collection<Contract> document) {
    ContractChange change = change(ChangeRule.DATASET_ADDED, contract, "dataset '%s' is new");
    Optional<Version> before = newest(document).map(Contract::version);
    Version demanded = before.map(Level.MINOR::after).orElse(contract.version());
    return new OneSided(
        contract, change, demanded, before.flatMap(b -> tooLow(contract, b, demanded, change)));
  }

  /** Whether the later set has it. */
  public boolean isAdded() {
    return change.rule() == ChangeRule.DATASET_ADDED;
  }

  private static Optional<Contract> newest(Collection<Contract> document) {
    return document.stream().max(Comparator.comparing(Contract::version));
  }

  private static ContractChange change(ChangeRule rule, Contract contract, String what) {
    String name = contract.object();
    boolean added = rule == ChangeRule.DATASET_ADDED;
    return new ContractChange(
        rule,
        name,
        added ? "" : name,
        added ? name : "",
        rule.level(contract.compatibility()),
        List.of(),
        what.formatted(name) + ": " + rule.why());
  }

  private static Optional<Objection> tooLow(
      Contract later, Version before, Version demanded, ContractChange change) {
    return later.version().compareTo(demanded) >= 0
        ? Optional.empty()
        : objection(
            later,
            "version "
                + later.version()
                + " is too low: after "
                + before
                + " expected at least "
                + demanded
                + ", for this change is "
                + change.level()
                + ": "
                + change.rule()
                + ", "
                + change.sentence());
  }

  private static Optional<Objection> objection(Contract to, String sentence) {
    return Optional.of(new Objection(to, sentence));
  }

  /** What was retired promised nothing any more. */
  private static Optional<Objection> gone(
      Contract contract, Version demanded, ContractChange change) {
    return contract.status() == Contract.Status.RETIRED
        ? Optional.empty()
        : objection(
            contract,
            "no contract has the id '"
                + contract.id()
                + "' any more: expected it as version "
                + demanded
                + " or later with status retired first, for this change is "
                + change.level()
                + ": "
                + change.rule()
                + ", "
                + change.sentence());
  }
}
