package dev.headgate.model.contract;

import dev.headgate.model.check.CheckSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The promise on one dataset: one schema object of an ODCS document with what the document says for
 * all of them.
 *
 * @param id of the document
 * @param object the schema object's name
 * @param file the document's path among the definitions, for messages
 * @param columns in their order
 * @param rules its quality rules and what its schema implies ({@code required}, {@code unique},
 *     keys, {@code logicalTypeOptions}, {@code enum}, relationships); also part of {@code
 *     Dataset.checks}
 * @param documentation rules that are text only
 * @param owners the people of {@code team} whose role says that they own it
 * @param promotionApprovers groups of the domain of whom one must approve each promotion, beside
 *     what the pipeline asks
 * @param customProperties all others, as written
 * @param digest of everything above that means something, {@code file} not
 */
public record Contract(
    String id,
    String object,
    String file,
    Version version,
    Status status,
    Optional<String> description,
    List<Column> columns,
    List<CheckSpec> rules,
    List<String> documentation,
    List<ServiceLevel> serviceLevels,
    Compatibility compatibility,
    List<String> owners,
    List<String> promotionApprovers,
    Map<String, Object> customProperties,
    String digest) {
  public Contract {
    columns = List.copyOf(columns);
    rules = List.copyOf(rules);
    documentation = List.copyOf(documentation);
    serviceLevels = List.copyOf(serviceLevels);
    owners = List.copyOf(owners);
    promotionApprovers = List.copyOf(promotionApprovers);
    customProperties = Map.copyOf(customProperties);
  }

  /** The life of a contract, in ODCS' words. */
  public enum Status {
    PROPOSED,
    DRAFT,
    ACTIVE,
    DEPRECATED,
    RETIRED
  }

  /** How messages call it: its file with its version. */
  public String label() {
    return file + " " + version;
  }

  public Optional<Column> column(String name) {
    return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The first service level of a kind. */
  public Optional<ServiceLevel> serviceLevel(ServiceLevel.Kind kind) {
    return serviceLevels.stream().filter(s -> s.kind() == kind).findFirst();
  }
}
