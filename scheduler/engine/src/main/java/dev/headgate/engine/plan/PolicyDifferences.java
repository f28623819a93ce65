package dev.headgate.engine.plan;

import static dev.headgate.engine.plan.Differences.value;

import dev.headgate.model.policy.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The policies before and after, the site's apart; one that changes sides is where it is after. */
final class PolicyDifferences {
  private final Map<String, PolicyRule> before;
  private final Map<String, PolicyRule> after;

  PolicyDifferences(List<PolicyRule> before, List<PolicyRule> after) {
    this.before = byId(before);
    this.after = byId(after);
  }

  Map<String, PolicyRule> before(boolean site) {
    return of(before, site);
  }

  Map<String, PolicyRule> after(boolean site) {
    return of(after, site);
  }

  private Map<String, PolicyRule> of(Map<String, PolicyRule> policies, boolean site) {
    Map<String, PolicyRule> found = new TreeMap<>(policies);
    found.values().removeIf(policy -> after.getOrDefault(policy.id(), policy).site() != site);
    return found;
  }

  private static Map<String, PolicyRule> byId(List<PolicyRule> policies) {
    Map<String, PolicyRule> found = new TreeMap<>();
    policies.forEach(policy -> found.put(policy.id(), policy));
    return found;
  }

  /** What is asked, and what comes of it; not where that is written. */
  static List<String> between(PolicyRule was, PolicyRule is) {
    List<String> details = new ArrayList<>();
    value(details, "severity", word(was.severity()), word(is.severity()));
    value(details, "scope", word(was.scope()), word(is.scope()));
    value(details, "language", was.language(), is.language());
    texts(details, "rule", was.expression(), is.expression());
    texts(details, "message", was.message(), is.message());
    return details;
  }

  private static void texts(List<String> details, String what, String was, String is) {
    String before = line(was);
    String after = line(is);
    if (before.equals(after) && !was.strip().equals(is.strip())) {
      details.add(what + ": spaces or line ends changed, in " + after);
    }
    value(details, what, before, after);
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
