package dev.headgate.cli.commands;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code headgate server}. */
@Command(
    name = "server",
    description = {
      "Runs a server in the foreground.",
      "It keeps everything in its home, and listens on this machine only unless http.address says",
      "otherwise."
    },
    footer = {
      "%nExamples:",
      "  headgate server",
      "  headgate server --home /srv/headgate --port 8700",
      "  headgate server --set database.url=jdbc:postgresql://db/headgate \\",
      "    --set 'database.password=$${ENV:PGPASSWORD}'"
    })
public final class ServerCommand implements Callable<Integer> {
  private final Session session;
  private final ServerRunner runner;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on; 0 for any free one. Short for --set http.port=N.")
  private Integer port;

  @Option(
      names = "--set",
      paramLabel = "PROPERTY=VALUE",
      description = "A setting, over the one in conf/headgate.properties; may be repeated.")
  private Map<String, String> settings = new TreeMap<>();

  public ServerCommand(Session session, ServerRunner runner) {
    this.session = session;
    this.runner = runner;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, String> all = new TreeMap<>(settings);
    if (port != null) {
      all.put("http.port", port.toString());
    }
    return runner.run(session.home(), all);
  }
}
