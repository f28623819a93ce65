package dev.headgate.model.product;

import java.util.regex.Pattern;

/**
 * The name of a data product, written {@code domain.product}: lower case letters, digits, {@code _}
 * and {@code -}.
 */
public record ProductName(String domain, String name) implements Comparable<ProductName> {
  private static final Pattern PART = Pattern.compile("[a-z0-9_][a-z0-9_-]*");

  public ProductName {
    for (String level : domain.split("\\.", -1)) {
      check(level, domain + "." + name);
    }
    check(name, domain + "." + name);
  }

  /**
   * Parses {@code domain.product}; throws {@link IllegalArgumentException} that says what is
   * expected.
   */
  public static ProductName parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a product's name: expected domain.product");
    }
    return new ProductName(text.substring(0, dot), text.substring(dot + 1));
  }

  private static void check(String part, String whole) {
    if (!PART.matcher(part).matches()) {
      throw new IllegalArgumentException(
          "'"
              + whole
              + "' is not a product's name: expected domain.product in lower case letters, digits, '_' and '-'");
    }
  }

  @Override
  public int compareTo(ProductName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return domain + "." + name;
  }
}
