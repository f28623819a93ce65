package dev.headgate.server.engine;

import dev.headgate.engine.Engine;
import dev.headgate.model.lake.DatasetLabels;
import dev.headgate.model.product.DatasetName;
import jakarta.inject.Inject;
import java.util.Map;

/** What the engine says of datasets, on their tables. */
final class EngineLabels implements DatasetLabels {
  private final Engine engine;

  @Inject
  EngineLabels(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Map<String, String> of(DatasetName dataset) {
    return engine.labels(dataset);
  }
}
