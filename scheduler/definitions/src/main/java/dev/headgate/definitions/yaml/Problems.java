package dev.headgate.definitions.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collects mistakes; bounded, so that a file of garbage stays readable. */
public final class Problems {
  private static final int KEPT = 10_000;
  private static final int REPORTED = 200;

  private final List<Problem> found = new ArrayList<>();

  public void add(At at, String message) {
    if (found.size() < KEPT) {
      found.add(new Problem(at.file(), at.line(), at.column(), message));
    }
  }

  public int count() {
    return found.size();
  }

  /** Whether there is one in any of these files. */
  public boolean isAnyIn(Predicate<String> files) {
    return found.stream().anyMatch(p -> files.test(p.file()));
  }

  /** In order, each once; of very many the first, and how many more there are. */
  public List<Problem> report() {
    List<Problem> all = found.stream().sorted().distinct().toList();
    if (all.size() <= REPORTED) {
      return all;
    }
    Problem next = all.get(REPORTED);
    List<Problem> first = new ArrayList<>(all.subList(0, REPORTED));
    first.add(
        new Problem(
            next.file(),
            next.line(),
            next.column(),
            "and " + (all.size() - REPORTED) + " more mistakes from here on"));
    return first;
  }
}
