package dev.headgate.engine.judge;

import dev.headgate.engine.contract.Expected;
import dev.headgate.engine.facts.InForce;
import dev.headgate.model.Digests;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Descriptor;
import dev.headgate.model.product.Product;
import dev.headgate.model.store.StoreTransaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a release is judged by beside the content of its branch: its pipeline and contracts, what
 * consumers expect, who of them still has to accept a new major, and the policies. Its text is
 * bound into the digest, so that a verdict and approvals end where any of it changes.
 */
public final class Evidence {
  private Evidence() {}

  /** Equal exactly where a product would be judged by the same. */
  public static String of(StoreTransaction tx, InForce.View view, Product product) {
    Definitions definitions = view.definitions();
    List<String> parts = new ArrayList<>();
    parts.add(product.name().toString());
    parts.add(product.digest());
    for (Dataset dataset : product.inOrder()) {
      Expected.of(definitions, dataset.name()).forEach(e -> parts.add(text(e)));
    }
    parts.add("descriptor");
    Optional.ofNullable(definitions.descriptors().get(product.name()))
        .map(Evidence::text)
        .ifPresent(parts::add);
    parts.add("policies");
    definitions.policies().stream()
        .sorted(Comparator.comparing(PolicyRule::id))
        .map(Evidence::text)
        .forEach(parts::add);
    List<String> unaccepted = Unaccepted.of(tx, view, product);
    if (!unaccepted.isEmpty()) {
      parts.add("unaccepted");
      parts.addAll(unaccepted);
    }
    return "evidence " + Digests.ofAll(parts);
  }

  private static String text(Expected expected) {
    return (expected.isAsked() ? "" : "not asked ") + text(expected.rule());
  }

  private static String text(CheckSpec rule) {
    return Digests.ofAll(
        List.of(
            rule.origin().toString(),
            rule.name(),
            rule.type(),
            rule.severity().name(),
            Settings.text(rule.settings())));
  }

  private static String text(Descriptor descriptor) {
    return Digests.ofAll(
        List.of(
            descriptor.id(),
            descriptor.version().orElse(""),
            descriptor.status(),
            descriptor.purpose().orElse(""),
            descriptor.owners().toString(),
            descriptor.inputPorts().toString(),
            descriptor.outputPorts().toString(),
            descriptor.tags().toString(),
            Settings.text(new TreeMap<>(descriptor.customProperties()))));
  }

  private static String text(PolicyRule policy) {
    return Digests.ofAll(
        List.of(
            policy.id(),
            policy.scope().name(),
            policy.severity().name(),
            policy.language(),
            policy.expression(),
            policy.message()));
  }
}
