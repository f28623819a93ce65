package dev.headgate.engine.plan;

import dev.headgate.engine.Plan.Finding;
import dev.headgate.engine.Plan.Severity;
import dev.headgate.engine.Subject;
import dev.headgate.engine.facts.InForce;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Descriptor;
import dev.headgate.model.product.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Who owns a product by its descriptor, beside who owns its domain. */
public final class DescriptorOwners implements Review {
  @Override
  public List<Finding> of(InForce.View before, Definitions after) {
    List<Finding> findings = new ArrayList<>();
    new TreeMap<>(after.descriptors())
        .forEach(
            (product, descriptor) -> {
              Domain domain = after.domains().get(product.domain());
              List<String> strangers = strangers(descriptor, domain);
              if (!strangers.isEmpty()) {
                findings.add(
                    new Finding(
                        Severity.WARNING,
                        "descriptor-owner",
                        Subject.of(product),
                        Optional.empty(),
                        "its descriptor "
                            + descriptor.file()
                            + " names as owner "
                            + String.join(", ", strangers)
                            + ": expected owners of the domain '"
                            + domain.name()
                            + "', "
                            + String.join(", ", domain.owners())));
              }
            });
    return findings;
  }

  private static List<String> strangers(Descriptor descriptor, Domain domain) {
    return domain == null
        ? List.of()
        : descriptor.owners().stream().filter(o -> !domain.owners().contains(o)).toList();
  }
}
