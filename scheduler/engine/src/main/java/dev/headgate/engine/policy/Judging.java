package dev.headgate.engine.policy;

import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Release;
import java.util.List;

/**
 * What is known beside definitions while a release is judged.
 *
 * @param first whether its product was never promoted before
 * @param checks what the checks came to
 */
public record Judging(
    Release release, boolean first, List<Finding> checks, List<TableChange> changes) {
  public Judging {
    checks = List.copyOf(checks);
    changes = List.copyOf(changes);
  }
}
