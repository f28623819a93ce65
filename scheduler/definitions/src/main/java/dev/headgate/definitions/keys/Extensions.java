package dev.headgate.definitions.keys;

import dev.headgate.model.policy.PolicyRule.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What plugins bring to definitions: the keys by type. The job type {@code open} is built in.
 *
 * @param jobs by {@code job.type}
 * @param checks by {@code metric}; {@code sql} stands for the check of {@code type: sql}
 * @param notifiers by {@code notify.to}
 * @param policyLanguages by {@code language} of policies
 * @param facts what policies can ask about, by their scope and by variable
 */
public record Extensions(
    Map<String, List<KeyRule>> jobs,
    Map<String, List<KeyRule>> checks,
    Map<String, List<KeyRule>> notifiers,
    Map<String, PolicyCompiler> policyLanguages,
    Map<Scope, Map<String, FactType>> facts) {
  public Extensions {
    jobs = copy(jobs);
    checks = copy(checks);
    notifiers = copy(notifiers);
    policyLanguages = Map.copyOf(policyLanguages);
    facts =
        facts.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Map.copyOf(e.getValue())));
  }

  /** Without policies. */
  public Extensions(
      Map<String, List<KeyRule>> jobs,
      Map<String, List<KeyRule>> checks,
      Map<String, List<KeyRule>> notifiers) {
    this(jobs, checks, notifiers, Map.of(), Map.of());
  }

  private static Map<String, List<KeyRule>> copy(Map<String, List<KeyRule>> rules) {
    return rules.entrySet().stream()
        .collect(
            Collectors.toMap(
                e -> Objects.requireNonNull(e.getKey()),
                e -> List.copyOf(e.getValue()),
                (a, b) -> b,
                TreeMap::new));
  }
}
