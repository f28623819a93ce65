package dev.headgate.engine.fake;

import dev.headgate.model.store.AnalysisStore;
import java.util.Optional;

/** Analyses of one transaction. */
record FakeAnalyses(Memory memory) implements AnalysisStore {
  @Override
  public Optional<Analysis> find(String statement) {
    return Optional.ofNullable(memory.analyses.get(statement));
  }

  @Override
  public void put(Analysis analysis) {
    memory.changed = true;
    memory.analyses.put(analysis.statement(), analysis);
  }
}
