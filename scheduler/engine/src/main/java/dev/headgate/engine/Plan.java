package dev.headgate.engine;

import dev.headgate.engine.contract.ContractDiff;
import dev.headgate.engine.contract.Impact;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Places.Place;
import dev.headgate.model.product.ProductName;
import java.util.List;
import java.util.Optional;

/**
 * What applying definitions would change; immutable data, to be printed or carried out.
 *
 * @param revision the revision that it was made against
 * @param changes one for each domain, product, dataset, descriptor, term and policy that is added,
 *     changed or removed
 * @param rebuilds products that would be built, and why
 * @param notes what else a person should know: for example a dataset that leaves its product and
 *     stays gated
 * @param contracts those that differ from what their dataset was last promoted under
 * @param findings what the definitions mean and should not, in no order; an error refuses {@code
 *     apply}
 */
public record Plan(
    long revision,
    List<Change> changes,
    List<Rebuild> rebuilds,
    List<String> notes,
    List<ContractStep> contracts,
    List<Finding> findings) {
  public Plan {
    contracts = List.copyOf(contracts);
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
    rebuilds = List.copyOf(rebuilds);
    notes = List.copyOf(notes);
  }

  /**
   * One difference.
   *
   * @param subject for example {@code product analytics.flight-delays} or {@code dataset
   *     analytics.daily_delays}; a policy of the server's own is a {@code site policy}
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

  /**
   * A contract after the one that its dataset was promoted under.
   *
   * @param impacts who reads the dataset, and what the changes mean for them
   */
  public record ContractStep(DatasetName dataset, ContractDiff diff, List<Impact> impacts) {
    public ContractStep {
      impacts = List.copyOf(impacts);
    }
  }

  /**
   * What was found in definitions that can be read, by looking at what they mean.
   *
   * @param rule a word for programs, such as {@code contract-version}
   * @param subject what it is about
   * @param place where it is written; empty where that is not known
   * @param message one sentence for a person: what is wrong, and what was expected
   */
  public record Finding(
      Severity severity, String rule, Subject subject, Optional<Place> place, String message) {
    /** As one line: place, subject, message. */
    public String line() {
      return place.map(p -> p + ": ").orElse(subject + ": ") + message;
    }
  }

  /** Whether a finding refuses {@code apply}. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
