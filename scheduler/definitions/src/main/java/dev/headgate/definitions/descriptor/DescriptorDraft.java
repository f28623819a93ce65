package dev.headgate.definitions.descriptor;

import dev.headgate.definitions.yaml.Located;
import dev.headgate.model.product.Descriptor;
import java.util.List;
import java.util.Optional;

/**
 * A descriptor as it was read, before it is known which product it is of.
 *
 * @param name and domain: as written
 * @param claims every contract that it names
 */
record DescriptorDraft(
    Descriptor descriptor,
    Optional<Located<String>> name,
    Optional<Located<String>> domain,
    List<Claim> claims) {

  /**
   * A contract that a port names.
   *
   * @param port how errors call it
   * @param key that names it
   * @param version that it is said to have
   */
  record Claim(
      boolean output,
      String port,
      String key,
      Located<String> contract,
      Optional<Located<String>> version) {}
}
