package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code headgate plan}. */
@Command(
    name = "plan",
    description = {
      "Shows what applying a folder of definitions would change, and what would be built.",
      "Ends with 2 where it finds an error, which apply would refuse."
    },
    footer = {"%nExample:", "  headgate plan ./definitions"})
public final class PlanCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DIR", description = "The whole folder.")
  private Path folder;

  public PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode plan = session.api().post("/plan", Upload.of(folder));
    session.print(plan, new PlanPrinter(session)::plan);
    return (isRefused(plan) ? ExitCode.USAGE : ExitCode.OK).number();
  }

  /** As {@code apply} would end: one error among the findings refuses all. */
  private static boolean isRefused(JsonNode plan) {
    return plan.path("findings").findValuesAsText("severity").contains("error");
  }
}
