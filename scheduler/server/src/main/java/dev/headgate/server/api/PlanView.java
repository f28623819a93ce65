package dev.headgate.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headgate.engine.Plan;
import dev.headgate.engine.contract.Impact;
import dev.headgate.model.product.Places;
import java.util.List;
import java.util.Locale;

/** What would change. */
record PlanView(
    long revision,
    List<Plan.Change> changes,
    List<Rebuild> rebuilds,
    List<String> notes,
    List<ContractStep> contracts,
    List<Finding> findings) {
  static PlanView of(Plan plan) {
    return new PlanView(
        plan.revision(),
        plan.changes(),
        plan.rebuilds().stream()
            .map(r -> new Rebuild(r.product().toString(), r.because()))
            .toList(),
        plan.notes(),
        plan.contracts().stream().map(ContractStep::of).toList(),
        plan.findings().stream().map(Finding::of).toList());
  }

  /** A product that would be built. */
  record Rebuild(String product, List<String> because) {}

  /** A contract after the one that its dataset was promoted under. */
  record ContractStep(ContractDiffView diff, List<Consumer> consumers) {
    private static ContractStep of(Plan.ContractStep step) {
      return new ContractStep(
          ContractDiffView.of(step.dataset().toString(), step.diff()),
          step.impacts().stream().map(Consumer::of).toList());
    }
  }

  /**
   * Who reads the dataset.
   *
   * @param accepted whether nothing has to wait for it
   * @param columns that it uses, of those that change
   */
  record Consumer(
      String product, String dataset, boolean accepted, List<String> columns, String message) {
    private static Consumer of(Impact impact) {
      return new Consumer(
          impact.consumer().toString(),
          impact.dataset().toString(),
          impact.accepted(),
          impact.columns(),
          impact.sentence());
    }
  }

  /**
   * What the definitions mean and should not.
   *
   * @param file absent, with line and column, where the place is not known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Finding(
      String severity,
      String rule,
      String subject,
      String file,
      Integer line,
      Integer column,
      String message) {
    private static Finding of(Plan.Finding finding) {
      return new Finding(
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.rule(),
          finding.subject().text(),
          finding.place().map(Places.Place::file).orElse(null),
          finding.place().map(Places.Place::line).orElse(null),
          finding.place().map(Places.Place::column).orElse(null),
          finding.message());
    }
  }
}
