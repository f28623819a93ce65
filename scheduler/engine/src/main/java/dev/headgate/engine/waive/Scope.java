package dev.headgate.engine.waive;

import dev.headgate.model.ErrorCode;
import dev.headgate.model.HeadgateException;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Domain;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a waiver's scope names by the definitions that hold. One text can name a product and a
 * dataset at once; it then means both.
 *
 * @param products that it holds for, wholly or for one dataset
 * @param datasets that it holds for
 * @param whole whether it holds for products as such, not for a dataset alone
 * @param domains that it lies in
 */
record Scope(
    String text,
    Set<ProductName> products,
    List<Dataset> datasets,
    boolean whole,
    Set<String> domains) {

  /** {@code NOT_FOUND} for what is no domain, product or dataset, with what was probably meant. */
  static Scope of(Definitions definitions, String text) {
    List<Product> all =
        definitions.products().values().stream().filter(p -> isNamed(p, text)).toList();
    List<Product> owning =
        definitions.products().values().stream()
            .filter(p -> !isNamed(p, text))
            .filter(p -> p.datasets().stream().anyMatch(d -> d.name().toString().equals(text)))
            .toList();
    Set<String> domains = new TreeSet<>();
    if (definitions.domains().containsKey(text)) {
      domains.add(text);
    }
    if (domains.isEmpty() && all.isEmpty() && owning.isEmpty()) {
      throw new HeadgateException(
          ErrorCode.NOT_FOUND,
          "'"
              + text
              + "' is no domain, product or dataset of a product: "
              + Nearest.of(text, names(definitions)));
    }
    Set<ProductName> products = new TreeSet<>();
    all.forEach(p -> products.add(p.name()));
    owning.forEach(p -> products.add(p.name()));
    products.forEach(p -> domains.add(p.domain()));
    List<Dataset> datasets =
        Stream.concat(
                all.stream().flatMap(p -> p.datasets().stream()),
                owning.stream()
                    .flatMap(p -> p.datasets().stream())
                    .filter(d -> d.name().toString().equals(text)))
            .toList();
    boolean whole = !all.isEmpty() || definitions.domains().containsKey(text);
    return new Scope(text, products, datasets, whole, domains);
  }

  private static boolean isNamed(Product product, String text) {
    return product.name().domain().equals(text) || product.name().toString().equals(text);
  }

  private static Set<String> names(Definitions definitions) {
    Set<String> names = new TreeSet<>(definitions.domains().keySet());
    for (Product product : definitions.products().values()) {
      names.add(product.name().toString());
      product.datasets().forEach(d -> names.add(d.name().toString()));
    }
    return names;
  }

  /** The checks and policies here by name; of several of a name the one that blocks counts. */
  Map<String, Severity> rules(Definitions definitions) {
    Map<String, Severity> rules = new TreeMap<>();
    datasets.forEach(d -> d.checks().forEach(c -> add(rules, c.name(), c.severity())));
    Set<String> tables =
        datasets.stream().map(d -> d.name().toString()).collect(Collectors.toSet());
    definitions.products().values().stream()
        .flatMap(p -> p.datasets().stream())
        .flatMap(d -> d.expectations().stream())
        .filter(e -> tables.contains(e.input().toString()))
        .forEach(e -> add(rules, e.rule().name(), e.rule().severity()));
    definitions.policies().stream()
        .filter(p -> whole || p.scope() == PolicyRule.Scope.DATASET)
        .forEach(p -> add(rules, p.id(), p.severity()));
    return rules;
  }

  private static void add(Map<String, Severity> rules, String name, Severity severity) {
    rules.merge(name, severity, (a, b) -> a == Severity.ERROR ? a : b);
  }

  /** {@code NOT_ALLOWED} for who does not own all of it. */
  void requireOwner(Definitions definitions, String actor, String verb) {
    for (String name : domains) {
      requireOwner(definitions, name, actor, verb + " in " + text);
    }
  }

  static void requireOwner(Definitions definitions, String domain, String actor, String verb) {
    Domain found = definitions.domains().get(domain);
    List<String> owners = found == null ? List.of() : found.owners();
    if (!owners.contains(actor)) {
      throw new HeadgateException(
          ErrorCode.NOT_ALLOWED,
          actor
              + " may not "
              + verb
              + ": an owner of "
              + domain
              + " ("
              + (owners.isEmpty() ? "nobody" : String.join(", ", owners))
              + ") may");
    }
  }
}
