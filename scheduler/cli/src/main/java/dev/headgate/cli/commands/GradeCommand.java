package dev.headgate.cli.commands;

import dev.headgate.cli.api.Api;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code headgate grade [PRODUCT]}. */
@Command(
    name = "grade",
    description = {
      "Shows how good the evidence for products is, from A to F.",
      "Evidence is contracts, checks, service levels, waivers, age. Of one product with the"
          + " reasons."
    },
    footer = {"%nExamples:", "  headgate grade", "  headgate grade analytics.flight-delays"})
public final class GradeCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "PRODUCT",
      description = "A product, as domain.product; else all.")
  private String product;

  public GradeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    GradePrinter printer = new GradePrinter(session);
    if (product == null) {
      session.print(session.api().get("/products"), printer::all);
    } else {
      session.print(session.api().get("/products/" + Api.part(product)), printer::one);
    }
    return 0;
  }
}
