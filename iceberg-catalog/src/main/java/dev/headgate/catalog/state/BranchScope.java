package dev.headgate.catalog.state;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.jdbi.v3.core.Handle;

/** Who may write which names on a branch, decided under the branch's lock. */
final class BranchScope {
  private final Handle handle;
  private final Branch branch;
  private final long nowMillis;

  BranchScope(Handle handle, Branch branch, long nowMillis) {
    this.handle = handle;
    this.branch = branch;
    this.nowMillis = nowMillis;
  }

  void check(Writer writer, List<Change> changes) {
    Optional<Grant> grant = writer.grant().map(this::stillAlive);
    if (!branch.scopeAll()) {
      checkNames(
          changes, new Branches(handle).scope(branch), "the scope of branch " + branch.name());
    }
    Optional<Set<Name>> writable = grant.flatMap(Grant::writable);
    writable.ifPresent(
        names ->
            checkNames(
                changes,
                names,
                "what this token may write (it was given for " + grant.get().holder() + ")"));
  }

  private Grant stillAlive(Grant grant) {
    Grant alive =
        new Grants(handle)
            .find(grant.tokenSha256(), nowMillis)
            .orElseThrow(
                () ->
                    new NotAuthorizedException(
                        "The token of %s is no longer valid on branch %s",
                        grant.holder(), branch.name()));
    if (!alive.branch().equals(branch.name())) {
      throw new ForbiddenException(
          "This token opens %s only, not %s", alive.branch(), branch.name());
    }
    return alive;
  }

  /** A namespace may be made where one of the names lives in it. */
  private static void checkNames(List<Change> changes, Collection<Name> allowed, String where) {
    for (Change change : changes) {
      Name name = change.name();
      boolean inside =
          allowed.contains(name)
              || (name.isNamespace()
                  && change.before().isEmpty()
                  && allowed.stream()
                      .anyMatch(
                          a -> (a.namespace() + "\u001f").startsWith(name.namespace() + "\u001f")));
      if (!inside) {
        throw new ForbiddenException("%s is outside %s", name, where);
      }
    }
  }
}
