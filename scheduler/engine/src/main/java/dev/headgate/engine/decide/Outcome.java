package dev.headgate.engine.decide;

import dev.headgate.model.decision.Decision;
import dev.headgate.model.store.ProductStore.Request;
import java.util.List;

/**
 * A decision, and what it does about requests.
 *
 * @param served requests that are done with: by the release that starts, or by what is there
 */
public record Outcome(Decision decision, List<Request> served) {
  public Outcome {
    served = List.copyOf(served);
  }

  static Outcome start(Decision.Start start, List<Request> served) {
    return new Outcome(start, served);
  }

  static Outcome upToDate(List<String> because, List<Request> served) {
    return new Outcome(new Decision.UpToDate(because), served);
  }

  static Outcome waiting(List<String> because, List<String> blockedBy) {
    return new Outcome(new Decision.Wait(because, blockedBy), List.of());
  }
}
