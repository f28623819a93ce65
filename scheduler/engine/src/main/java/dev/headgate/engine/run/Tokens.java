package dev.headgate.engine.run;

import dev.headgate.engine.ledger.Ledger;
import dev.headgate.model.lake.Lake;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.release.Release;
import dev.headgate.model.release.ReleaseKind;
import dev.headgate.model.release.Run;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Who may write on a release's branch: one token for each attempt, or for whoever opened it. */
public final class Tokens {
  private final Lake lake;
  private final Ledger ledger;

  public Tokens(Lake lake, Ledger ledger) {
    this.lake = lake;
    this.ledger = ledger;
  }

  /** A token for an attempt, after those of all attempts before it have ended. */
  String forAttempt(Release release, Run run, Set<DatasetName> writable, Duration validFor) {
    return lake.grant(release.warehouse(), writable, holder(run, run.attempt()), validFor);
  }

  /** A token for writing an open release from outside. */
  public String forOpen(Release release, Set<DatasetName> writable, Duration validFor) {
    return lake.grant(release.warehouse(), writable, openHolder(release), validFor);
  }

  /** Ends the tokens of a run's attempts up to one. */
  void end(Release release, Run run, int upTo) {
    for (int attempt = 1; attempt <= upTo; attempt++) {
      lake.revoke(release.warehouse(), holder(run, attempt));
    }
  }

  /** Ends every token that was given for writing on the branch. */
  public void endAll(Release release) {
    List<Run> runs = ledger.transact(tx -> tx.runs().ofRelease(release.id()));
    for (Run run : runs) {
      end(release, run, run.attempt());
    }
    if (release.kind() == ReleaseKind.OPEN) {
      lake.revoke(release.warehouse(), openHolder(release));
    }
  }

  private static String holder(Run run, int attempt) {
    return "run " + run.id() + " attempt " + attempt;
  }

  private static String openHolder(Release release) {
    return "open release " + release.id();
  }
}
