package dev.headgate.definitions;

import dev.headgate.definitions.pipeline.DatasetReader;
import dev.headgate.definitions.pipeline.InputReader;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.model.product.DatasetName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds datasets that depend on each other in a circle. A dataset may read itself: that is its
 * state before the run.
 */
final class CircleCheck {
  private final Map<DatasetName, DatasetReader.Draft> datasets = new LinkedHashMap<>();
  private final Problems problems;

  CircleCheck(List<DatasetReader.Draft> drafts, Problems problems) {
    drafts.forEach(d -> datasets.putIfAbsent(d.dataset().name(), d));
    this.problems = problems;
  }

  /** One problem for each circle, at the input that leads into it. */
  void check() {
    Set<DatasetName> reported = new HashSet<>();
    for (DatasetName name : inCircles()) {
      if (!reported.contains(name)) {
        List<DatasetName> circle = shortestFrom(name);
        reported.addAll(circle);
        report(circle);
      }
    }
  }

  /** What is left when all that nothing depends on, or that depends on nothing, is taken away. */
  private List<DatasetName> inCircles() {
    Map<DatasetName, Set<DatasetName>> reads = new LinkedHashMap<>();
    datasets.forEach((name, draft) -> reads.put(name, readsOf(draft)));
    boolean changed = true;
    while (changed) {
      Set<DatasetName> read =
          reads.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
      changed =
          reads.entrySet().removeIf(e -> e.getValue().isEmpty() || !read.contains(e.getKey()));
      reads.values().forEach(inputs -> inputs.retainAll(reads.keySet()));
    }
    return reads.keySet().stream().filter(n -> !shortestFrom(n).isEmpty()).toList();
  }

  private Set<DatasetName> readsOf(DatasetReader.Draft draft) {
    return draft.dataset().inputs().stream()
        .filter(i -> datasets.containsKey(i) && !i.equals(draft.dataset().name()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The shortest way from a dataset over its inputs back to it; empty if there is none. */
  private List<DatasetName> shortestFrom(DatasetName start) {
    Map<DatasetName, DatasetName> cameFrom = new HashMap<>();
    Deque<DatasetName> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      DatasetName current = queue.poll();
      for (DatasetName input : datasets.get(current).dataset().inputs()) {
        if (input.equals(start) && !current.equals(start)) {
          return way(start, current, cameFrom);
        }
        if (datasets.containsKey(input)
            && !input.equals(start)
            && cameFrom.putIfAbsent(input, current) == null) {
          queue.add(input);
        }
      }
    }
    return List.of();
  }

  private static List<DatasetName> way(
      DatasetName start, DatasetName last, Map<DatasetName, DatasetName> cameFrom) {
    List<DatasetName> way = new ArrayList<>();
    for (DatasetName n = last; !n.equals(start); n = cameFrom.get(n)) {
      way.add(0, n);
    }
    way.add(0, start);
    return way;
  }

  private void report(List<DatasetName> circle) {
    DatasetName second = circle.get(1);
    Optional<InputReader.Input> into =
        datasets.get(circle.get(0)).inputs().stream()
            .filter(i -> i.name().equals(second))
            .findFirst();
    String way = circle.stream().map(DatasetName::toString).collect(Collectors.joining(" reads "));
    problems.add(
        into.orElseThrow().at(),
        "datasets depend on each other in a circle: "
            + way
            + " reads "
            + circle.get(0)
            + "; expected no way back");
  }
}
