package dev.headgate.engine.plan;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.facts.InForce;
import dev.headgate.model.product.Definitions;
import java.util.List;

/** Looks at what definitions mean, before they hold. Asked outside of transactions; thread-safe. */
@FunctionalInterface
public interface Review {
  /**
   * What is wrong with {@code after}.
   *
   * @param before what holds now
   */
  List<Finding> of(InForce.View before, Definitions after);
}
