package dev.headgate.catalog.state;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a new branch is to be.
 *
 * @param name unique for good, for example {@code release-12}; lower case letters, digits and
 *     {@code -}
 * @param scope the tables and views that may be written; empty: anything
 * @param guard the name of the guard that may refuse a commit
 */
public record BranchSpec(String name, Optional<Set<Name>> scope, Optional<String> guard) {
  private static final Pattern NAME = Pattern.compile("(release|sandbox)-[a-z0-9][a-z0-9-]{0,99}");

  public BranchSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is not a branch's name: expected release-… or sandbox-… in lower case letters, digits and '-'");
    }
    scope = scope.map(Set::copyOf);
  }

  /** A branch on which anything may be written. */
  public static BranchSpec everything(String name) {
    return new BranchSpec(name, Optional.empty(), Optional.empty());
  }

  /** A branch on which only these names may be written. */
  public static BranchSpec of(String name, Set<Name> scope) {
    return new BranchSpec(name, Optional.of(scope), Optional.empty());
  }
}
