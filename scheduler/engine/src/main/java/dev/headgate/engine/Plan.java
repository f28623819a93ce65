package dev.headgate.engine;

import dev.headgate.model.product.ProductName;
import java.util.List;

/**
 * What applying definitions would change; immutable data, to be printed or carried out.
 *
 * @param revision the revision that it was made against
 * @param changes one for each domain, product and dataset that is added, changed or removed
 * @param rebuilds products that would be built, and why
 * @param notes what else a person should know: for example a dataset that leaves its product and
 *     stays gated
 */
public record Plan(
    long revision, List<Change> changes, List<Rebuild> rebuilds, List<String> notes) {
  public Plan {
    changes = List.copyOf(changes);
    rebuilds = List.copyOf(rebuilds);
    notes = List.copyOf(notes);
  }

  /**
   * One difference.
   *
   * @param subject for example {@code product analytics.flight-delays} or {@code dataset
   *     analytics.daily_delays}
   * @param details what about it changed, one each; empty for what is added or removed
   */
  public record Change(Kind kind, String subject, List<String> details) {
    public Change {
      details = List.copyOf(details);
    }
  }

  /** The kind of a difference. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * A product that would be built; downstream products that would follow are named in the reasons.
   */
  public record Rebuild(ProductName product, List<String> because) {
    public Rebuild {
      because = List.copyOf(because);
    }
  }
}
