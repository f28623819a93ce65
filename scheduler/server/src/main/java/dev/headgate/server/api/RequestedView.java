package dev.headgate.server.api;

import dev.headgate.engine.Engine;
import java.util.Optional;

/** The answer to a request for a release. */
record RequestedView(DecisionView decision, Optional<ReleaseView> release) {
  static RequestedView of(Engine.Requested requested) {
    return new RequestedView(
        DecisionView.of(requested.decision()), requested.release().map(ReleaseView::of));
  }
}
