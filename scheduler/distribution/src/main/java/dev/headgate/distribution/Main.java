package dev.headgate.distribution;

import dev.headgate.cli.Cli;
import dev.headgate.cli.demo.DemoServer;
import dev.headgate.cli.terminal.Terminal;
import dev.headgate.server.HeadgateServer;
import dev.headgate.server.ServerOptions;
import dev.headgate.server.home.Home;
import dev.headgate.server.home.Installation;
import java.nio.file.Path;
import java.util.Map;

/** The process behind {@code bin/headgate}: the command line, with a server that it can run. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int exitCode =
        new Cli(
                Terminal.ofProcess(),
                System.getenv(),
                Main::server,
                Main::demo,
                new InProcess(Main::installation, System.getenv()))
            .run(arguments);
    System.exit(exitCode);
  }

  private static int server(Path home, Map<String, String> settings) throws InterruptedException {
    return dev.headgate.server.Main.run(
        new ServerOptions(new Home(home), installation(), settings));
  }

  private static DemoServer.Running demo(Path home, Map<String, String> settings) throws Exception {
    Home folder = new Home(home);
    System.setProperty("headgate.log.folder", folder.logs().toString());
    return new DemoRunning(
        HeadgateServer.start(new ServerOptions(folder, installation(), settings)));
  }

  /** The launcher says where it is. */
  static Installation installation() {
    String folder = System.getProperty("headgate.installation");
    if (folder == null) {
      throw new IllegalStateException(
          "the system property headgate.installation is not set: start this with bin/headgate");
    }
    return new Installation(Path.of(folder));
  }
}
