package dev.headgate.store;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.ReleaseState;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What a release holds for itself alone, as long as its state says so: its fingerprint while it is
 * live or promoted, and its product while it is built or judged. Each is a nullable column with a
 * unique index; nulls never collide.
 */
final class Claims {
  private final Handle handle;

  Claims(Handle handle) {
    this.handle = handle;
  }

  static Optional<String> fingerprint(Release release) {
    boolean claimed = !release.state().isFinal() || release.state() == ReleaseState.PROMOTED;
    return claimed ? Optional.of(release.fingerprint()) : Optional.empty();
  }

  /**
   * A rollback has no runs and quotes its verdict, and what is being promoted was judged already:
   * neither keeps the product from being built.
   */
  static Optional<String> product(Release release) {
    boolean claimed =
        switch (release.state()) {
          case PLANNED, BUILDING, CHECKING -> release.kind() != ReleaseKind.ROLLBACK;
          case HELD, AWAITING_APPROVAL, PROMOTING -> false;
          case PROMOTED, FAILED, REJECTED, CANCELLED, SUPERSEDED -> false;
        };
    return claimed ? Optional.of(release.product().toString()) : Optional.empty();
  }

  /** The error for a release that was just refused because of another's claim. */
  HeadgateException refusal(Release release) {
    Optional<Release> same =
        fingerprint(release).flatMap(f -> holder("claimed_fingerprint", f, release));
    if (same.isPresent()) {
      return new HeadgateException(
          ErrorCode.ALREADY_EXISTS,
          describe(same.get()) + " and has the fingerprint of release " + release.id());
    }
    Optional<Release> active = product(release).flatMap(p -> holder("claimed_product", p, release));
    return new HeadgateException(
        ErrorCode.WRONG_STATE,
        "release "
            + release.id()
            + " cannot become "
            + release.state()
            + ": "
            + active
                .map(Claims::describe)
                .orElse("another release, which has ended by now, was live")
            + "; one release of a product is built or judged at a time");
  }

  private Optional<Release> holder(String column, String claim, Release other) {
    return handle
        .createQuery("SELECT body FROM hg_release WHERE " + column + " = :claim AND id <> :other")
        .bind("claim", claim)
        .bind("other", other.id())
        .map(ModelJson.column("body", Release.class))
        .findOne();
  }

  private static String describe(Release release) {
    return "release " + release.id() + " of " + release.product() + " is " + release.state();
  }
}
