package dev.headgate.engine.contract;

import dev.headgate.model.product.ProductName;
import java.util.Set;

/**
 * Who said yes to a new major.
 *
 * @param given to what it says now
 * @param outdated to what it said before it was edited, and not to what it says now
 */
public record Consent(Set<ProductName> given, Set<ProductName> outdated) {
  /** Nobody did. */
  public static final Consent NONE = new Consent(Set.of(), Set.of());

  public Consent {
    given = Set.copyOf(given);
    outdated = Set.copyOf(outdated);
  }
}
