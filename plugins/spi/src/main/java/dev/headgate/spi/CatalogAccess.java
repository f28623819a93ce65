package dev.headgate.spi;

/**
 * How to reach one view of the lake over the Iceberg REST protocol.
 *
 * @param uri of the endpoint, for example {@code http://127.0.0.1:8080/iceberg}
 * @param warehouse which view: {@code main}, {@code pinned}, {@code version-3}, {@code release-12}
 * @param token the bearer token; opens this view only
 */
public record CatalogAccess(String uri, String warehouse, String token) {
  @Override
  public String toString() {
    return "CatalogAccess[uri=" + uri + ", warehouse=" + warehouse + "]";
  }
}
