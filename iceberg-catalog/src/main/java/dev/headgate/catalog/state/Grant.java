package dev.headgate.catalog.state;

import java.util.Optional;
import java.util.Set;

/**
 * What a token allows: it opens one branch.
 *
 * @param writable the names that it may write there; none: it only reads; empty: all of the
 *     branch's scope
 */
public record Grant(
    String tokenSha256, String branch, String holder, Optional<Set<Name>> writable) {
  public Grant {
    writable = writable.map(Set::copyOf);
  }
}
