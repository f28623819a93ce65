package dev.headgate.model.store;

import dev.headgate.model.release.Run;
import java.util.List;
import java.util.Optional;

/** Runs, each with its newest attempt's state. */
public interface RunStore {
  /** Adds the run, or replaces it. */
  void put(Run run);

  Optional<Run> find(String id);

  /** A release's runs, in the order in which they were added. */
  List<Run> ofRelease(long release);
}
