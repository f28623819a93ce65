package dev.headgate.model.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * A recorded exception to one check or policy, which ends.
 *
 * @param id a number, counted over all
 * @param rule the name of a check or the id of a policy
 * @param scope what it holds for: a domain, a product {@code domain.product} or a dataset {@code
 *     domain.table}
 * @param until when the rule blocks again
 * @param renews the waiver of the same rule and scope before it, if it followed one
 * @param revoked when someone ended it early
 */
public record Waiver(
    long id,
    String rule,
    String scope,
    String reason,
    String actor,
    Instant since,
    Instant until,
    Optional<Long> renews,
    Optional<Instant> revoked) {
  public boolean isInForce(Instant now) {
    return revoked.isEmpty() && now.isBefore(until);
  }
}
