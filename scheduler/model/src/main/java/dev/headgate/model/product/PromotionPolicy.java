package dev.headgate.model.product;

import java.util.List;

/**
 * Who decides on a passing release.
 *
 * @param need how many different people must approve; 0: it promotes itself
 * @param from groups of the product's domain whose members may approve
 * @param whileWaiting what a newer candidate does to one that waits for people
 */
public record PromotionPolicy(int need, List<String> from, WhileWaiting whileWaiting) {
  public static final PromotionPolicy AUTOMATIC =
      new PromotionPolicy(0, List.of(), WhileWaiting.SUPERSEDE);

  public PromotionPolicy {
    from = List.copyOf(from);
    if (need < 0) {
      throw new IllegalArgumentException("approvals needed must not be negative: " + need);
    }
  }

  /** What happens to a release that waits for people when newer data is ready. */
  public enum WhileWaiting {
    SUPERSEDE,
    KEEP
  }
}
