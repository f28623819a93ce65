package dev.headgate.cli;

import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.commands.AuditCommand;
import dev.headgate.cli.commands.BuildCommand;
import dev.headgate.cli.commands.DecisionCommands;
import dev.headgate.cli.commands.DefinitionCommands;
import dev.headgate.cli.commands.InitCommand;
import dev.headgate.cli.commands.LakeCommands;
import dev.headgate.cli.commands.LogsCommand;
import dev.headgate.cli.commands.ProductCommands;
import dev.headgate.cli.commands.ReleaseCommand;
import dev.headgate.cli.commands.ServerCommand;
import dev.headgate.cli.commands.ServerRunner;
import dev.headgate.cli.commands.Session;
import dev.headgate.cli.commands.StatusCommand;
import dev.headgate.cli.commands.SubmitCommand;
import dev.headgate.cli.commands.WhyCommand;
import dev.headgate.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/** The {@code headgate} command. */
public final class Cli {
  private final Terminal terminal;
  private final CommandLine commands;

  /**
   * A command.
   *
   * @param environment {@code HEADGATE_URL} and {@code HEADGATE_HOME} are looked at
   * @param more further commands, of the distribution
   */
  public Cli(
      Terminal terminal,
      Map<String, String> environment,
      ServerRunner server,
      List<CommandLine> more) {
    this.terminal = terminal;
    Session session = new Session(terminal, environment);
    this.commands = new CommandLine(new Root(session));
    CommandLine submit = new CommandLine(new SubmitCommand(session));
    add(
        new CommandLine(new ServerCommand(session, server)),
        new CommandLine(new InitCommand(session)));
    addMethods(new DefinitionCommands(session));
    add(
        new CommandLine(new StatusCommand(session)),
        new CommandLine(new WhyCommand(session)),
        new CommandLine(new BuildCommand(session)),
        submit,
        new CommandLine(new ReleaseCommand(session)),
        new CommandLine(new LogsCommand(session)));
    addMethods(new DecisionCommands(session));
    addMethods(new ProductCommands(session));
    addMethods(new LakeCommands(session));
    add(new CommandLine(new AuditCommand(session)), new CommandLine(new GenerateCompletion()));
    more.forEach(this::add);
    commands
        .setOut(new PrintWriter(terminal.out(), true, java.nio.charset.StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, java.nio.charset.StandardCharsets.UTF_8))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    submit.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
  }

  private void add(CommandLine... subcommands) {
    for (CommandLine subcommand : subcommands) {
      commands.addSubcommand(subcommand);
    }
  }

  /** Adds each method's command beside the others. */
  private void addMethods(Object group) {
    new CommandLine(group).getSubcommands().values().forEach(this::add);
  }

  /** Runs one command line; returns the exit code. */
  public int run(String... arguments) {
    return commands.execute(arguments);
  }

  private int failed(Exception e) throws Exception {
    if (e instanceof CliException known) {
      terminal.err().println("headgate: " + known.getMessage());
      return known.exitCode().number();
    }
    if (e instanceof java.io.IOException io) {
      terminal.err().println("headgate: " + io);
      return ExitCode.FAILED.number();
    }
    throw e;
  }
}
