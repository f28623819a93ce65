package dev.headgate.cli.commands;

import dev.headgate.cli.api.CliException;
import dev.headgate.cli.api.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headgate init DIR}. */
@Command(
    name = "init",
    description = "Makes a folder with a domain and a product that works, to start from.",
    footer = {
      "%nExample:",
      "  headgate init ./sales --domain sales",
      "  headgate apply ./sales",
      "  headgate build sales.greetings --wait"
    })
public final class InitCommand implements Callable<Integer> {
  private static final List<String> FILES =
      List.of(
          "domain.yaml",
          "pipeline.yaml",
          "greetings.odps.yaml",
          "contracts/greetings.odcs.yaml",
          "sql/greetings.sql");

  private final Session session;

  @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
  private Path folder;

  @Option(
      names = "--domain",
      defaultValue = "example",
      paramLabel = "NAME",
      description = "The domain's name (${DEFAULT-VALUE}).")
  private String domain;

  public InitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (!domain.matches("[a-z0-9_][a-z0-9_-]*")) {
      throw new CliException(
          ExitCode.USAGE,
          "'" + domain + "' is no domain's name: expected lower case letters, digits, _ and -");
    }
    for (String file : FILES) {
      if (Files.exists(folder.resolve(file))) {
        throw new CliException(
            ExitCode.REFUSED, folder.resolve(file) + " exists already; nothing was written");
      }
    }
    for (String file : FILES) {
      Path target = folder.resolve(file);
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.writeString(target, template(file));
      session.line("wrote " + target);
    }
    session.line(
        "Next: headgate apply " + folder + ", headgate build " + domain + ".greetings" + " --wait");
    return ExitCode.OK.number();
  }

  private String template(String file) throws IOException {
    String name = "/dev/headgate/cli/init/" + file.replace('/', '-');
    try (InputStream stream =
        Objects.requireNonNull(InitCommand.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@domain@", domain)
          .replace("@owner@", owner());
    }
  }

  private static String owner() {
    String user = System.getProperty("user.name", "owner");
    return user.matches("[A-Za-z0-9_][A-Za-z0-9_.@-]*") ? user : "owner";
  }
}
