package dev.headgate.model.product;

import dev.headgate.model.policy.PolicyRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that is declared, valid as a whole.
 *
 * @param domains by name
 * @param products by name
 * @param descriptors what products say of themselves, by product
 * @param policies what is asked of every product
 * @param glossary terms by name
 * @param bundle contents of text files (SQL, scripts) by their SHA-256
 * @param places where things are written, as far as that is known
 */
public record Definitions(
    Map<String, Domain> domains,
    Map<ProductName, Product> products,
    Map<ProductName, Descriptor> descriptors,
    List<PolicyRule> policies,
    Map<String, Term> glossary,
    Map<String, String> bundle,
    Places places) {
  public static final Definitions EMPTY = new Definitions(Map.of(), Map.of(), Map.of());

  public Definitions {
    domains = Map.copyOf(domains);
    products = Map.copyOf(products);
    descriptors = descriptors == null ? Map.of() : Map.copyOf(descriptors);
    policies = policies == null ? List.of() : List.copyOf(policies);
    glossary = glossary == null ? Map.of() : Map.copyOf(glossary);
    bundle = Map.copyOf(bundle);
    places = places == null ? Places.NONE : places;
  }

  /** Without places. */
  public Definitions(
      Map<String, Domain> domains,
      Map<ProductName, Product> products,
      Map<ProductName, Descriptor> descriptors,
      List<PolicyRule> policies,
      Map<String, Term> glossary,
      Map<String, String> bundle) {
    this(domains, products, descriptors, policies, glossary, bundle, Places.NONE);
  }

  /** Domains and products alone. */
  public Definitions(
      Map<String, Domain> domains, Map<ProductName, Product> products, Map<String, String> bundle) {
    this(domains, products, Map.of(), List.of(), Map.of(), bundle);
  }

  /** The product that makes a dataset; empty for a source dataset. */
  public Optional<Product> producerOf(DatasetName dataset) {
    return products.values().stream().filter(p -> p.dataset(dataset).isPresent()).findFirst();
  }

  /**
   * Who answers for a product: the owners that its descriptor names, else those of its domain. What
   * takes an owner's say is asked of the domain's.
   */
  public List<String> ownersOf(ProductName product) {
    List<String> own =
        Optional.ofNullable(descriptors.get(product)).map(Descriptor::owners).orElse(List.of());
    return own.isEmpty()
        ? Optional.ofNullable(domains.get(product.domain())).map(Domain::owners).orElse(List.of())
        : own;
  }

  /** Products by name, in order. */
  public Map<ProductName, Product> sortedProducts() {
    return new TreeMap<>(products);
  }
}
