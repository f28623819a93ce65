package dev.headgate.model.decision;

import dev.headgate.model.product.DatasetName;
import java.util.List;
import java.util.Map;

/** What to do about a product now. */
public sealed interface Decision {
  /** The sentences that {@code why} prints. */
  List<String> because();

  /**
   * A release is to be started.
   *
   * @param datasets those to build, with their fingerprints
   * @param inputs the state of each input from outside the product
   */
  record Start(
      List<String> because,
      String fingerprint,
      Map<DatasetName, String> datasets,
      Map<DatasetName, String> inputs,
      Map<String, String> parameters,
      String requestedBy)
      implements Decision {
    public Start {
      because = List.copyOf(because);
      datasets = Map.copyOf(datasets);
      inputs = Map.copyOf(inputs);
      parameters = Map.copyOf(parameters);
    }
  }

  /** Something is stale, but has to wait. */
  record Wait(List<String> because, List<String> blockedBy) implements Decision {
    public Wait {
      because = List.copyOf(because);
      blockedBy = List.copyOf(blockedBy);
    }
  }

  /** Nothing is to be done. */
  record UpToDate(List<String> because) implements Decision {
    public UpToDate {
      because = List.copyOf(because);
    }
  }
}
