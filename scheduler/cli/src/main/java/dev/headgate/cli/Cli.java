package dev.headgate.cli;

import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import dev.headgate.cli.check.CheckCommand;
import dev.headgate.cli.commands.ApplyCommand;
import dev.headgate.cli.commands.ApproveCommand;
import dev.headgate.cli.commands.AuditCommand;
import dev.headgate.cli.commands.BuildCommand;
import dev.headgate.cli.commands.ContractCommand;
import dev.headgate.cli.commands.GradeCommand;
import dev.headgate.cli.commands.InitCommand;
import dev.headgate.cli.commands.LocalTools;
import dev.headgate.cli.commands.LogsCommand;
import dev.headgate.cli.commands.PauseCommand;
import dev.headgate.cli.commands.PlanCommand;
import dev.headgate.cli.commands.PolicyCommand;
import dev.headgate.cli.commands.PromoteCommand;
import dev.headgate.cli.commands.RejectCommand;
import dev.headgate.cli.commands.ReleaseCommand;
import dev.headgate.cli.commands.ResumeCommand;
import dev.headgate.cli.commands.RollbackCommand;
import dev.headgate.cli.commands.ServerCommand;
import dev.headgate.cli.commands.ServerRunner;
import dev.headgate.cli.commands.Session;
import dev.headgate.cli.commands.SqlCommand;
import dev.headgate.cli.commands.StatusCommand;
import dev.headgate.cli.commands.SubmitCommand;
import dev.headgate.cli.commands.TablesCommand;
import dev.headgate.cli.commands.VersionsCommand;
import dev.headgate.cli.commands.WaiveCommand;
import dev.headgate.cli.commands.WaiverCommand;
import dev.headgate.cli.commands.WhyCommand;
import dev.headgate.cli.demo.DemoCommand;
import dev.headgate.cli.demo.DemoServer;
import dev.headgate.cli.terminal.Terminal;
import dev.headgate.model.HeadgateException;
import java.io.PrintWriter;
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
   * @param server what {@code server} runs
   * @param demo what {@code demo} runs
   * @param local what needs no server
   */
  public Cli(
      Terminal terminal,
      Map<String, String> environment,
      ServerRunner server,
      DemoServer demo,
      LocalTools local) {
    this.terminal = terminal;
    Session session = new Session(terminal, environment);
    this.commands = new CommandLine(new Root(session));
    CommandLine submit = new CommandLine(new SubmitCommand(session));
    add(new ServerCommand(session, server));
    add(new DemoCommand(session, demo));
    add(new InitCommand(session));
    add(new PlanCommand(session));
    add(new ApplyCommand(session));
    add(new StatusCommand(session));
    add(new WhyCommand(session));
    add(new GradeCommand(session));
    add(new BuildCommand(session));
    add(submit);
    add(new ReleaseCommand(session));
    add(new LogsCommand(session));
    add(new ApproveCommand(session));
    add(new RejectCommand(session));
    add(new PromoteCommand(session));
    add(new RollbackCommand(session));
    add(new WaiveCommand(session));
    add(new WaiverCommand(session));
    add(new PauseCommand(session));
    add(new ResumeCommand(session));
    add(new CheckCommand(session, local));
    add(new ContractCommand(session, local));
    add(new PolicyCommand(session, local));
    add(new VersionsCommand(session));
    add(new TablesCommand(session));
    add(new SqlCommand(session));
    add(new AuditCommand(session));
    add(new GenerateCompletion());
    commands
        .setOut(new PrintWriter(terminal.out(), true, java.nio.charset.StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, java.nio.charset.StandardCharsets.UTF_8))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    submit.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
  }

  private void add(Object subcommand) {
    commands.addSubcommand(subcommand);
  }

  /** Runs one command line; returns the exit code. */
  public int run(String... arguments) {
    return commands.execute(arguments);
  }

  private int failed(Exception e) throws Exception {
    if (e instanceof CliException known) {
      terminal.note("headgate: " + known.getMessage());
      return known.exitCode().number();
    }
    if (e instanceof HeadgateException known) {
      terminal.note("headgate: " + known.getMessage());
      return ExitCode.of(known.code()).number();
    }
    if (e instanceof java.io.IOException io) {
      terminal.note("headgate: " + io);
      return ExitCode.FAILED.number();
    }
    throw e;
  }
}
