package dev.headgate.catalog.rest;

import dev.headgate.catalog.VersionedCatalog;
import dev.headgate.catalog.Views;
import dev.headgate.catalog.state.Branch;
import dev.headgate.catalog.state.Grant;
import java.util.Optional;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NotAuthorizedException;

/**
 * Lets clients into views. A token opens its own branch and nothing else. Without one everything
 * can be read; {@code main} can be written, where gates decide, and branches can not.
 */
final class Doors {
  private static final String SCHEME = "Bearer ";
  private final VersionedCatalog lake;

  Doors(VersionedCatalog lake) {
    this.lake = lake;
  }

  /**
   * @param warehouse that the client named; empty: the token's branch, or {@code main}
   * @param authorization the header of that name
   */
  Session open(Optional<String> warehouse, Optional<String> authorization) {
    Optional<String> named = warehouse.map(lake.views()::resolve);
    Optional<Grant> grant = authorization.map(this::grant);
    String view =
        named.or(() -> grant.map(Grant::branch).map(lake.views()::resolve)).orElse(Views.MAIN);
    grant.ifPresent(g -> checkOwn(g, view));
    return new Session(view, grant, readOnly(view, grant));
  }

  private Grant grant(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new NotAuthorizedException(
          "expected 'Authorization: Bearer <token of a branch>', or no such header");
    }
    return lake.tokens()
        .find(authorization.substring(SCHEME.length()).trim())
        .orElseThrow(
            () ->
                new NotAuthorizedException(
                    "the token is unknown or has expired: it ends with the attempt or branch that it was given for"));
  }

  private static void checkOwn(Grant grant, String view) {
    if (!grant.branch().equals(view)) {
      throw new ForbiddenException(
          "this token opens no other view than %s, so not %s; main, pinned and version-<n> are read without a token",
          grant.branch(), view);
    }
  }

  private Optional<String> readOnly(String view, Optional<Grant> grant) {
    if (view.equals(Views.MAIN)) {
      return Optional.empty();
    }
    Optional<Branch> branch = lake.findBranch(view);
    if (branch.isEmpty()) {
      return Optional.of(view + " is read-only: it shows one instant of the lake");
    }
    if (branch.get().status() == Branch.Status.FROZEN) {
      return Optional.of(
          "branch " + view + " is frozen: it is being judged and can no longer be written");
    }
    if (grant.isEmpty()) {
      return Optional.of(
          "branch "
              + view
              + " is written with its token only: set the property 'token' of your catalog to it");
    }
    boolean readsOnly = grant.get().writable().filter(names -> names.isEmpty()).isPresent();
    return readsOnly
        ? Optional.of("this token only reads (it was given for " + grant.get().holder() + ")")
        : Optional.empty();
  }
}
