package dev.headgate.plugins.policy.cel;

import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.spi.PolicyFacts;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was probably meant by a name that nothing has. */
final class Nearest {
  private static final Map<String, TreeSet<String>> STRUCTS_BY_FIELD = new TreeMap<>();

  static {
    new FactTypes()
        .structs()
        .forEach(
            s ->
                s.fieldNames()
                    .forEach(
                        field ->
                            STRUCTS_BY_FIELD
                                .computeIfAbsent(field, f -> new TreeSet<>())
                                .add(s.name())));
  }

  private Nearest() {}

  /** For the end of a message about a field. */
  static String field(String name) {
    if (STRUCTS_BY_FIELD.containsKey(name)) {
      return ": it is a field of " + structs(name);
    }
    return to(name, STRUCTS_BY_FIELD.keySet())
        .map(n -> ", did you mean '" + n + "'? It is a field of " + structs(n))
        .orElse(": expected a field of the fact");
  }

  /** For the end of a message about a variable, where these are. */
  static String variable(String name, Set<String> variables) {
    String all = variables.stream().sorted().collect(Collectors.joining(", "));
    if (PolicyFacts.VARIABLES.containsKey(name)) {
      String scopes =
          Stream.of(Scope.values())
              .filter(scope -> PolicyFacts.of(scope).containsKey(name))
              .map(scope -> scope.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      return " in this policy's scope: expected one of " + all + ", or the scope " + scopes;
    }
    return to(name, variables)
        .map(n -> ", did you mean '" + n + "'?")
        .orElse(": expected a function, or one of " + all);
  }

  private static String structs(String field) {
    return String.join(", ", STRUCTS_BY_FIELD.get(field));
  }

  private static Optional<String> to(String name, Collection<String> names) {
    int tolerated = Math.max(name.length() > 3 ? 2 : 1, name.length() / 3);
    return names.stream()
        .filter(n -> distance(name, n) <= tolerated)
        .min(
            Comparator.comparingInt((String n) -> distance(name, n))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Letters to insert, to delete or to replace. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
