package dev.headgate.cli.commands;

import dev.headgate.cli.api.Api;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate submit}. */
@Command(
    name = "submit",
    description = {
      "Submits a Spark application as a release of a product.",
      "It writes on a branch of the lake, and is checked, approved and promoted like any other."
    },
    footer = {
      "%nExample:",
      "  headgate submit --product analytics.flight-delays --wait \\",
      "    --class com.example.Delays --conf spark.sql.shuffle.partitions=4 delays.jar 2001-06-30"
    })
public final class SubmitCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--product",
      required = true,
      paramLabel = "PRODUCT",
      description = "The product whose datasets it writes.")
  private String product;

  @Option(names = "--wait", description = "Follows the release.")
  private boolean wait;

  @Parameters(
      arity = "1..*",
      paramLabel = "ARGUMENT",
      description = "What spark-submit would be given; after Headgate's own options.")
  private List<String> arguments;

  public SubmitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Map<String, Object> settings = new SubmitArguments(Path.of("")).settings(arguments);
    Api api = session.api();
    return new RequestedPrinter(session)
        .print(
            api,
            api.post(
                "/products/" + Api.part(product) + "/submit",
                Map.of("type", "spark-app", "settings", settings)),
            wait);
  }
}
