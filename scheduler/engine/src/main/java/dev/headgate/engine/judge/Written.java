package dev.headgate.engine.judge;

import dev.headgate.engine.contract.Expected;
import dev.headgate.engine.contract.Mismatch;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Places.Kind;
import dev.headgate.model.product.Places.Place;
import java.util.Optional;

/** Where that is written which a dataset is judged by; empty where its definitions do not know. */
final class Written {
  private final Definitions definitions;
  private final DatasetName dataset;

  Written(Definitions definitions, DatasetName dataset) {
    this.definitions = definitions;
    this.dataset = dataset;
  }

  /** A rule, in whosever file it is. */
  Optional<Place> rule(CheckSpec rule) {
    return switch (rule.origin().kind()) {
      case PIPELINE, CONTRACT -> definitions.places().of(Kind.CHECK, dataset, rule.name());
      case EXPECTATION -> expectation(rule);
      case POLICY -> definitions.places().ofPolicy(rule.name());
      case HEADGATE -> Optional.empty();
    };
  }

  /** Several consumers may call theirs the same: the one that says just this is meant. */
  private Optional<Place> expectation(CheckSpec rule) {
    return Expected.of(definitions, dataset).stream()
        .filter(expected -> expected.rule().equals(rule))
        .flatMap(expected -> expected.place(definitions).stream())
        .findFirst();
  }

  /** What of the contract a table does not keep. */
  Optional<Place> broken(Mismatch mismatch) {
    return definitions.places().ofColumn(dataset, mismatch.column());
  }

  Optional<Place> contract() {
    return definitions.places().of(Kind.CONTRACT, dataset, "");
  }

  Optional<Place> version() {
    return definitions.places().of(Kind.VERSION, dataset, "");
  }

  /** The dataset in its pipeline. */
  Optional<Place> entry() {
    return definitions.places().of(Kind.DATASET, dataset, "");
  }
}
