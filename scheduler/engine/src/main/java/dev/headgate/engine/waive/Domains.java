package dev.headgate.engine.waive;

import dev.headgate.engine.Engine.WaiversOfDomain;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where scopes lie, also those whose product was dropped since. */
final class Domains {
  private final Definitions definitions;

  Domains(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The domain that a scope is or lies in. */
  String of(String scope) {
    if (definitions.domains().containsKey(scope)) {
      return scope;
    }
    return definitions.products().values().stream()
        .filter(p -> parts(p).contains(scope))
        .map(p -> p.name().domain())
        .findFirst()
        .orElseGet(() -> scope.contains(".") ? scope.substring(0, scope.lastIndexOf('.')) : scope);
  }

  /** Whether a scope is another, lies in it, or has it in itself. */
  boolean related(String one, String other) {
    return one.equals(other) || within(one, other) || within(other, one);
  }

  private boolean within(String inner, String outer) {
    if (of(inner).equals(outer)) {
      return true;
    }
    return definitions.products().values().stream()
        .anyMatch(p -> p.name().toString().equals(outer) && parts(p).contains(inner));
  }

  private static Set<String> parts(Product product) {
    Set<String> parts = new HashSet<>();
    parts.add(product.name().toString());
    product.datasets().stream().map(Dataset::name).forEach(d -> parts.add(d.toString()));
    return parts;
  }

  /** How many there are of each domain, renewals among them. */
  List<WaiversOfDomain> count(List<Waiver> waivers, Instant now) {
    Map<String, List<Waiver>> byDomain = new TreeMap<>();
    waivers.forEach(w -> byDomain.computeIfAbsent(of(w.scope()), d -> new ArrayList<>()).add(w));
    List<WaiversOfDomain> counts = new ArrayList<>();
    byDomain.forEach(
        (domain, of) ->
            counts.add(
                new WaiversOfDomain(
                    domain,
                    (int) of.stream().filter(w -> w.isInForce(now)).count(),
                    of.size(),
                    (int) of.stream().filter(w -> w.renews().isPresent()).count())));
    return List.copyOf(counts);
  }
}
