package dev.headgate.engine.ledger;

import java.util.Map;
import java.util.Optional;

/**
 * What is said about a change.
 *
 * @param actor who
 * @param action of the audit row, for example {@code release.approved}; empty where nothing was
 *     decided and the row is not written
 * @param verb for errors: "release 12 cannot {@code verb}"
 */
public record Entry(
    String actor, Optional<String> action, String verb, Map<String, String> details) {
  /** The actor where no person decides. */
  public static final String SYSTEM = "headgate";

  public Entry {
    details = Map.copyOf(details);
  }

  /** A decision, which goes on the record. */
  public static Entry decision(String actor, String action, String verb) {
    return new Entry(actor, Optional.of(action), verb, Map.of());
  }

  /** A step that follows from an earlier decision. */
  public static Entry step(String verb) {
    return new Entry(SYSTEM, Optional.empty(), verb, Map.of());
  }

  public Entry with(Map<String, String> moreDetails) {
    return new Entry(actor, action, verb, moreDetails);
  }
}
