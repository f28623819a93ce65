package dev.headgate.server.engine;

import dev.headgate.model.release.Run;
import java.nio.file.Path;

/** Where the output of runs is. */
public interface RunLogs {
  /** The file of a run's newest attempt; it need not exist yet. */
  Path file(Run run);
}
