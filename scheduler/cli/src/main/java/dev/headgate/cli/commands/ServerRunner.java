package dev.headgate.cli.commands;

import java.nio.file.Path;
import java.util.Map;

/** Runs a server in this process until it is told to stop; the distribution brings it. */
public interface ServerRunner {
  /**
   * Returns the exit code.
   *
   * @param settings by property, over the configuration file's
   */
  int run(Path home, Map<String, String> settings) throws Exception;
}
