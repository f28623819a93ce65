package dev.headgate.cli.commands;

import dev.headgate.cli.api.Api;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate build PRODUCT}. */
@Command(
    name = "build",
    description = "Asks for a release of a product, also where nothing is stale.",
    footer = {
      "%nExamples:",
      "  headgate build analytics.flight-delays --wait",
      "  headgate build operations.flights --param day=2001-06-30"
    })
public final class BuildCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PRODUCT", description = "A product, as domain.product.")
  private String product;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the pipeline; may be repeated.")
  private Map<String, String> parameters = new TreeMap<>();

  @Option(
      names = "--wait",
      description = "Follows the release until it is promoted, waits for people, or failed.")
  private boolean wait;

  public BuildCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    return new RequestedPrinter(session)
        .print(
            api,
            api.post("/products/" + Api.part(product) + "/build", Map.of("parameters", parameters)),
            wait);
  }
}
