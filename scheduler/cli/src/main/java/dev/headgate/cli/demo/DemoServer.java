package dev.headgate.cli.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Starts a server in this process; the distribution brings it. */
@FunctionalInterface
public interface DemoServer {
  /**
   * Returns when the server answers.
   *
   * @param settings by property, over the configuration file's
   */
  Running start(Path home, Map<String, String> settings) throws Exception;

  /** A server that runs. */
  interface Running extends AutoCloseable {
    URI url();

    /** Returns when it was stopped. */
    void await() throws InterruptedException;

    @Override
    void close();
  }
}
