package dev.headgate.engine.pace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often in a row something failed, since the process started. */
public final class Failures {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  /** One more; returns how many that makes. */
  public int add(String what) {
    return counts.merge(what, 1, Integer::sum);
  }

  public void forget(String what) {
    counts.remove(what);
  }
}
