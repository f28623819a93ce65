package dev.headgate.engine.contract;

import dev.headgate.model.contract.Contract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What differs between two sets of contracts: those that are the same dataset's in pairs, and those
 * that are on one side alone.
 */
public record ContractSets(List<ContractDiff> pairs, List<OneSided> alone) {
  public ContractSets {
    pairs = List.copyOf(pairs);
    alone = List.copyOf(alone);
  }

  /**
   * A contract, before it is known which dataset it is for.
   *
   * @param tables what the dataset may be called: its object's name, and its physical one
   */
  public record Entry(Contract contract, Set<String> tables) {
    public Entry {
      tables = Set.copyOf(tables);
    }

    private boolean isFor(Entry other) {
      return !Collections.disjoint(tables, other.tables);
    }
  }

  /** Compares many documents: they belong together by id, their objects by name. */
  public static ContractSets ofFolders(Collection<Entry> earlier, Collection<Entry> later) {
    return of(earlier, later, (a, b) -> a.contract().id().equals(b.contract().id()));
  }

  /**
   * Compares two versions of one document, whatever they call themselves. Where each has one
   * object, that is the same dataset's, too.
   */
  public static ContractSets ofFiles(Collection<Entry> earlier, Collection<Entry> later) {
    if (earlier.size() == 1 && later.size() == 1) {
      return new ContractSets(
          List.of(diff(earlier.iterator().next(), later.iterator().next())), List.of());
    }
    return of(earlier, later, (a, b) -> true);
  }

  private static ContractSets of(
      Collection<Entry> earlier, Collection<Entry> later, BiPredicate<Entry, Entry> sameDocument) {
    List<ContractDiff> pairs = new ArrayList<>();
    List<OneSided> alone = new ArrayList<>();
    List<Entry> left = new ArrayList<>(earlier);
    List<Entry> unmatched = new ArrayList<>();
    for (Entry now : later) {
      take(left, e -> sameObject(e, now) && sameDocument.test(e, now))
          .ifPresentOrElse(before -> pairs.add(diff(before, now)), () -> unmatched.add(now));
    }
    for (Entry now : unmatched) {
      take(left, e -> e.isFor(now) && sameDocument.test(e, now))
          .ifPresentOrElse(
              before -> pairs.add(diff(before, now)),
              () -> alone.add(OneSided.added(now.contract(), of(earlier, now, sameDocument))));
    }
    left.forEach(
        gone -> alone.add(OneSided.removed(gone.contract(), of(later, gone, sameDocument))));
    return new ContractSets(pairs, alone);
  }

  private static boolean sameObject(Entry one, Entry other) {
    return one.contract().object().equals(other.contract().object());
  }

  private static Optional<Entry> take(List<Entry> from, Predicate<Entry> wanted) {
    Optional<Entry> found = from.stream().filter(wanted).findFirst();
    found.ifPresent(from::remove);
    return found;
  }

  private static List<Contract> of(
      Collection<Entry> all, Entry one, BiPredicate<Entry, Entry> sameDocument) {
    return all.stream().filter(e -> sameDocument.test(e, one)).map(Entry::contract).toList();
  }

  private static ContractDiff diff(Entry before, Entry after) {
    return before.isFor(after)
        ? ContractDiff.of(before.contract(), after.contract())
        : ContractDiff.renamed(before.contract(), after.contract());
  }
}
