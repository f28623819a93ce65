package dev.headgate.model.policy;

import java.util.Map;
import java.util.Optional;

/**
 * One example of a policy: facts that it must let pass, or must not.
 *
 * @param policy the id of the policy
 * @param passes whether the policy must be met
 * @param given the facts by variable, as policies see them
 * @param file and line where it is written, for messages
 */
public record PolicyFixture(
    String policy,
    Optional<String> name,
    boolean passes,
    Map<String, Object> given,
    String file,
    int line) {
  public PolicyFixture {
    given = Map.copyOf(given);
  }

  /** How messages call it, for example {@code owner-present "none"}. */
  public String label() {
    return policy + name.map(n -> " \"" + n + "\"").orElse("");
  }
}
