package dev.headgate.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headgate.cli.api.Api;
import dev.headgate.cli.terminal.ProgressLine;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code headgate apply}. */
@Command(
    name = "apply",
    description = "Makes a folder of definitions what holds; all of it, or nothing.",
    footer = {"%nExample:", "  headgate apply ./definitions"})
public final class ApplyCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DIR", description = "The whole folder.")
  private Path folder;

  public ApplyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    Map<String, Object> upload = Upload.of(folder);
    JsonNode applied;
    try (ProgressLine progress = session.terminal().progress()) {
      progress.show("comparing with what holds");
      upload.put("expectedRevision", api.post("/plan", upload).path("revision").asLong());
      progress.show("applying");
      applied = api.post("/apply", upload);
    }
    session.print(applied, new PlanPrinter(session)::applied);
    return 0;
  }
}
