package dev.headgate.model.product;

import dev.headgate.model.check.CheckSpec;

/**
 * What a consumer expects of an input; runs on its producer's candidates.
 *
 * @param rule with the origin {@code EXPECTATION}
 */
public record Expectation(DatasetName input, CheckSpec rule) {
  /** Unique in its dataset: the rule and what it is of. */
  public String label() {
    return "'" + rule.name() + "' of " + input;
  }
}
