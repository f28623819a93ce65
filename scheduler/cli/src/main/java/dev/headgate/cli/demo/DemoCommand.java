package dev.headgate.cli.demo;

import dev.headgate.cli.commands.Session;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code headgate demo}. */
@Command(
    name = "demo",
    description = {
      "Runs a server and tells a story on real flights.",
      "Days arrive, are checked, approved and promoted; a truncated day is held; a mistake is",
      "undone. On the same home it goes on where it was. Without --exit the server then keeps",
      "answering until Ctrl-C."
    },
    footer = {"%nExamples:", "  headgate demo", "  headgate demo --exit --home /tmp/demo --port 0"})
public final class DemoCommand implements Callable<Integer> {
  /** The demo's jobs take seconds: what pays off only after minutes is left out. */
  private static final Map<String, String> SMALL_SPARK =
      Map.of(
          "plugin.spark.memory", "1g",
          "plugin.spark.conf.spark.sql.shuffle.partitions", "2",
          "plugin.spark.conf.spark.sql.codegen.wholeStage", "false",
          "plugin.spark.conf.spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "plugin.spark.conf.spark.driver.extraJavaOptions",
              "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");

  private final Session session;
  private final DemoServer server;

  @Option(names = "--exit", description = "Ends when the story has ended.")
  private boolean exit;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on; 0 for any free one (default: the server's).")
  private Integer port;

  public DemoCommand(Session session, DemoServer server) {
    this.session = session;
    this.server = server;
  }

  @Override
  public Integer call() throws Exception {
    Path home = session.home();
    DemoFiles files = DemoFiles.in(home);
    Map<String, String> settings = new TreeMap<>(SMALL_SPARK);
    if (port != null) {
      settings.put("http.port", port.toString());
    }
    session.line("Headgate's demo, in " + home);
    try (DemoServer.Running running = server.start(home, settings)) {
      session.line("The server is at " + running.url() + "\n");
      new Story(new Stage(running.url(), session), files).tell();
      farewell(running.url(), home, files);
      if (!exit) {
        session.line("\nThe server keeps answering. Ctrl-C ends it.");
        running.await();
      }
    }
    return 0;
  }

  private void farewell(URI url, Path home, DemoFiles files) {
    session.line("\nWhere to look next, from another terminal:");
    session.line("  headgate status --home " + home);
    session.line("  headgate why operations.flights --home " + home);
    session.line(
        "  headgate sql \"select * from analytics.airport_scorecard limit 5\" --home " + home);
    session.line(
        "  any Iceberg client: type=rest, uri="
            + url
            + "/iceberg, warehouse=main, pinned or version-1");
    files.worthReading().forEach(file -> session.line("  " + file));
  }
}
