package dev.headgate.engine.judge;

import dev.headgate.engine.EngineConfig;
import dev.headgate.model.lake.Lake;
import dev.headgate.spi.CatalogAccess;
import java.time.Duration;
import java.util.Set;

/** Gives judges read access to a view: to a branch by a token that only reads, for as long. */
final class Reading {
  private final Lake lake;
  private final EngineConfig config;

  Reading(Lake lake, EngineConfig config) {
    this.lake = lake;
    this.config = config;
  }

  /** Access to the subject's view for about so many queries; a branch's token ends with it. */
  Access open(Subject subject, int queries) {
    String view = subject.view();
    String holder = "checks of " + subject.title();
    boolean branch = view.startsWith("release-") || view.startsWith("sandbox-");
    if (!branch || queries == 0) {
      return new Access(new CatalogAccess(config.catalogUri().get(), view, ""), () -> {});
    }
    Duration validFor = config.checkTimeout().multipliedBy(queries);
    String token = lake.grant(view, Set.of(), holder, validFor);
    return new Access(
        new CatalogAccess(config.catalogUri().get(), view, token), () -> lake.revoke(view, holder));
  }

  /** An open access. */
  record Access(CatalogAccess view, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }
}
