package dev.headgate.engine.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The changes of a contract that meet what one reader uses. */
record Hits(List<ContractChange> changes, List<String> columns) {
  static final Hits NONE = new Hits(List.of(), List.of());
  private static final int SHOWN = 3;

  /**
   * Those that hurt readers.
   *
   * @param used the columns that the reader uses; empty where that is not known
   */
  static Hits of(ContractDiff diff, Optional<Set<String>> used) {
    List<ContractChange> changes = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    for (ContractChange change : diff.changes()) {
      List<String> met =
          change.columns().stream()
              .filter(
                  column -> used.isEmpty() || used.get().stream().anyMatch(u -> meet(column, u)))
              .toList();
      boolean whole = change.columns().isEmpty();
      if (change.hurts().contains(Party.READERS) && (whole || !met.isEmpty())) {
        changes.add(change);
        columns.addAll(met);
      }
    }
    return new Hits(List.copyOf(changes), List.copyOf(columns));
  }

  /** Whether one is the other, or a field of it. */
  private static boolean meet(String changed, String used) {
    String one = changed.toLowerCase(Locale.ROOT) + ".";
    String other = used.toLowerCase(Locale.ROOT) + ".";
    return one.startsWith(other) || other.startsWith(one);
  }

  String sentence() {
    if (changes.isEmpty()) {
      return "nothing that it uses changes for readers";
    }
    int more = changes.size() - SHOWN;
    return changes.stream()
            .limit(SHOWN)
            .map(ContractChange::sentence)
            .collect(Collectors.joining("; "))
        + (more > 0 ? "; and " + more + " more" : "");
  }
}
