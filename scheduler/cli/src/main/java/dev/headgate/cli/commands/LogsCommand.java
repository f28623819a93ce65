package dev.headgate.cli.commands;

import dev.headgate.cli.api.Api;
import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.terminal.Terminal;
import dev.headgate.cli.terminal.VisibleBytes;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate logs RUN}: every byte, but for a person what a terminal would obey is shown. */
@Command(
    name = "logs",
    description = "Prints the output of a run, all its attempts one after the other.",
    footer = {
      "%nExamples:",
      "  headgate logs 12-daily_delays",
      "  headgate logs 12-daily_delays -f"
    })
public final class LogsCommand implements Callable<Integer> {
  private static final long PAUSE_MILLIS = 500;
  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

  private final Session session;

  @Parameters(paramLabel = "RUN", description = "A run, as 'headgate release show' lists it.")
  private String run;

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on until the run has ended.")
  private boolean follow;

  public LogsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    Terminal terminal = session.terminal();
    PrintStream out =
        terminal.interactive()
            ? new PrintStream(new VisibleBytes(terminal.out()), false, StandardCharsets.UTF_8)
            : terminal.out();
    long offset = 0;
    while (true) {
      HttpResponse<byte[]> chunk = api.raw("/runs/" + Api.part(run) + "/log?offset=" + offset);
      out.writeBytes(chunk.body());
      out.flush();
      offset += chunk.body().length;
      String state = chunk.headers().firstValue("X-Headgate-Run-State").orElse("");
      if (chunk.body().length == 0) {
        if (!follow || ENDED.contains(state)) {
          return ExitCode.OK.number();
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.FAILED, "interrupted", e);
    }
  }
}
