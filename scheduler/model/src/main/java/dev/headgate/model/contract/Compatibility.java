package dev.headgate.model.contract;

/**
 * What a new version may change within a major, in the words of schema registries.
 * <em>Backward</em> means that who reads by the new version can read what was written by the old
 * one; <em>forward</em> that who reads by the old version can read what is written by the new one;
 * <em>full</em> is both. <em>Transitive</em> compares with every version of the major that was
 * promoted, not just with the newest.
 */
public enum Compatibility {
  NONE,
  BACKWARD,
  BACKWARD_TRANSITIVE,
  FORWARD,
  FORWARD_TRANSITIVE,
  FULL,
  FULL_TRANSITIVE;

  public boolean isTransitive() {
    return name().endsWith("_TRANSITIVE");
  }
}
