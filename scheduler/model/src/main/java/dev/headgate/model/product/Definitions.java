package dev.headgate.model.product;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that is declared, valid as a whole.
 *
 * @param domains by name
 * @param products by name
 * @param bundle contents of text files (SQL, scripts) by their SHA-256
 */
public record Definitions(
    Map<String, Domain> domains, Map<ProductName, Product> products, Map<String, String> bundle) {
  public static final Definitions EMPTY = new Definitions(Map.of(), Map.of(), Map.of());

  public Definitions {
    domains = Map.copyOf(domains);
    products = Map.copyOf(products);
    bundle = Map.copyOf(bundle);
  }

  /** The product that makes a dataset; empty for a source dataset. */
  public Optional<Product> producerOf(DatasetName dataset) {
    return products.values().stream().filter(p -> p.dataset(dataset).isPresent()).findFirst();
  }

  /** Products by name, in order. */
  public Map<ProductName, Product> sortedProducts() {
    return new TreeMap<>(products);
  }
}
