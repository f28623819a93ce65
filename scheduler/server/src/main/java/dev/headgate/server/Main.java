package dev.headgate.server;

import dev.headgate.model.HeadgateException;

/** Runs a server in the foreground, until the process is told to stop. */
public final class Main {
  private static final int FAILED = 1;

  private Main() {}

  /**
   * Starts, says where, and waits; returns the exit code.
   *
   * @throws HeadgateException if it cannot start, and why
   */
  public static int run(ServerOptions options) throws InterruptedException {
    System.setProperty("headgate.log.folder", options.home().logs().toString());
    HeadgateServer server;
    try {
      server = HeadgateServer.start(options);
    } catch (HeadgateException e) {
      throw new HeadgateException(e.code(), "the server cannot start: " + e.getMessage(), e);
    } catch (Exception e) {
      System.err.println(
          "headgate: the server cannot start: "
              + e
              + "\nMore is in "
              + options.home().logs().resolve("server.log"));
      org.slf4j.LoggerFactory.getLogger(Main.class).error("the server cannot start", e);
      return FAILED;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "shutdown"));
    System.out.println(
        "Headgate is at " + server.url() + " (home " + options.home().folder() + ")");
    System.out.println("Stop it with Ctrl-C.");
    server.await();
    return 0;
  }

  private static void stop(HeadgateServer server) {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
