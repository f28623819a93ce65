package dev.headgate.engine.sql;

import dev.headgate.model.product.DatasetName;
import dev.headgate.model.store.AnalysisStore.Analysis;
import dev.headgate.spi.SqlAnalysis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came of one statement.
 *
 * @param mistake why it is not valid; empty also where that cannot be told, as it reads what nobody
 *     knows
 * @param inputs the datasets that it reads, with columns; empty where it cannot be read
 * @param foreign other names that it reads
 * @param complete whether it is valid, and all that it reads is known
 */
record Found(
    Optional<SqlAnalysis.Mistake> mistake,
    Map<DatasetName, List<String>> inputs,
    List<String> foreign,
    boolean complete) {
  static Found of(Analysis kept) {
    return new Found(Optional.empty(), kept.inputs(), kept.foreign(), true);
  }

  static Found of(Statement.Kind kind, SqlAnalysis.Statement statement, Tables tables) {
    boolean isRule = kind == Statement.Kind.RULE;
    Optional<SqlAnalysis.Mistake> mistake =
        statement
            .mistake()
            .or(() -> isRule ? RuleShape.mistake(statement.output()) : Optional.empty());
    Optional<SqlAnalysis.Mistake> elsewhere =
        isRule ? RuleShape.reads(statement.foreign()) : Optional.empty();
    boolean known =
        statement.foreign().isEmpty()
            && statement.inputs().keySet().stream().allMatch(tables::isKnown);
    return new Found(
        elsewhere.or(() -> mistake.filter(m -> known)),
        statement.inputs(),
        statement.foreign(),
        mistake.isEmpty() && elsewhere.isEmpty());
  }

  /** Whether what it reads could be told. */
  boolean isRead() {
    return complete || !inputs.isEmpty() || !foreign.isEmpty();
  }

  Set<DatasetName> datasets() {
    return inputs.keySet();
  }
}
