package dev.headgate.definitions.check;

import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.check.CheckSpec.Origin;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives each rule of a dataset a name of its own, the same as long as the rules are. */
public final class CheckNames {
  private final Problems problems;

  public CheckNames(Problems problems) {
    this.problems = problems;
  }

  /**
   * The rules with names. A name that is given twice is a problem; what has none gets one from what
   * it measures.
   *
   * @param taken names that others have, with who they are
   */
  public List<CheckSpec> named(List<CheckDraft> drafts, Map<String, String> taken, Origin origin) {
    Map<String, String> given = new LinkedHashMap<>();
    for (CheckDraft draft : drafts) {
      draft.name().ifPresent(name -> give(name, given, taken));
    }
    Set<String> used = new HashSet<>(given.keySet());
    used.addAll(taken.keySet());
    return drafts.stream()
        .map(
            d ->
                new CheckSpec(
                    d.name().map(Located::value).orElseGet(() -> free(d.derivedName(), used)),
                    d.type(),
                    d.settings(),
                    d.severity(),
                    origin))
        .toList();
  }

  private void give(Located<String> name, Map<String, String> given, Map<String, String> taken) {
    Optional<String> other =
        Optional.ofNullable(taken.get(name.value()))
            .or(() -> Optional.ofNullable(given.get(name.value())));
    other.ifPresent(
        who ->
            problems.add(
                name.at(),
                "'name': "
                    + who
                    + " is called "
                    + Yaml.quoted(name.value())
                    + ": expected a name of its own"));
    given.put(name.value(), "another check of this dataset");
  }

  private static String free(String name, Set<String> used) {
    String candidate = name;
    for (int i = 2; !used.add(candidate); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }
}
