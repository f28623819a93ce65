package dev.headgate.cli;

import dev.headgate.cli.commands.Session;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand: options that all others have too. */
@Command(
    name = "headgate",
    mixinStandardHelpOptions = true,
    version = "headgate 0.1.0",
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "A data-aware orchestrator for Apache Iceberg and Spark.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it worked",
      "1:it failed, or what was asked about is not well",
      "2:the command line or the definitions are wrong",
      "3:there is no such thing",
      "4:it does not fit the state of things, or is not allowed",
      "5:no server answers"
    },
    footer = {
      "%nExamples:",
      "  headgate demo",
      "  headgate plan ./definitions",
      "  headgate status --server http://127.0.0.1:8642",
      "  headgate why operations.flights"
    })
final class Root implements Runnable {
  private final Session session;
  @Spec private CommandSpec spec;

  Root(Session session) {
    this.session = session;
  }

  @Option(
      names = "--server",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "The server; else HEADGATE_URL, else the one of the home.")
  void server(String url) {
    session.useServer(url);
  }

  @Option(
      names = "--home",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "Where a server keeps everything; else HEADGATE_HOME, else ~/.headgate.")
  void home(Path folder) {
    session.useHome(folder);
  }

  @Option(
      names = "--as",
      scope = ScopeType.INHERIT,
      paramLabel = "NAME",
      description = "Who asks, for the record; else the system's user.")
  void actor(String name) {
    session.actAs(name);
  }

  @Option(
      names = {"-o", "--output"},
      scope = ScopeType.INHERIT,
      paramLabel = "FORMAT",
      description = "'json' for programs; else words and tables.")
  void output(String format) {
    if (!format.equals("json") && !format.equals("table")) {
      throw new ParameterException(
          spec.commandLine(), "-o " + format + ": expected 'json' or 'table'");
    }
    session.printJson(format.equals("json"));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What shall I do? A command is missing.");
  }
}
