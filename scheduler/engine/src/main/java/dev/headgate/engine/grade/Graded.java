package dev.headgate.engine.grade;

import dev.headgate.engine.facts.InForce;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.Product;
import dev.headgate.model.store.BreachStore.Breach;
import java.util.List;

/**
 * A product with its grade.
 *
 * @param owners who answer for it
 * @param waivers in force for it, wholly or in part, oldest first
 * @param breaches of service levels that last
 */
public record Graded(
    Product product,
    List<String> owners,
    Grade grade,
    List<Waiver> waivers,
    List<Breach> breaches) {
  public Graded {
    owners = List.copyOf(owners);
    waivers = List.copyOf(waivers);
    breaches = List.copyOf(breaches);
  }

  Graded(
      InForce.View view,
      Product product,
      Grade grade,
      List<Waiver> waivers,
      List<Breach> breaches) {
    this(product, view.definitions().ownersOf(product.name()), grade, waivers, breaches);
  }
}
