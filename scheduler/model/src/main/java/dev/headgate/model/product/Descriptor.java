package dev.headgate.model.product;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a product says of itself: an ODPS (Bitol) document.
 *
 * @param id of the document
 * @param version as written, where it says one
 * @param status in ODPS' words, such as {@code active}
 * @param purpose from its description
 * @param owners the names of its team whose role says that they own it
 * @param inputPorts and outputPorts: by name, with the contract that each names
 * @param customProperties as written
 * @param file the document's path among the definitions
 */
public record Descriptor(
    String id,
    Optional<String> version,
    String status,
    Optional<String> purpose,
    List<String> owners,
    List<Port> inputPorts,
    List<Port> outputPorts,
    List<String> tags,
    Map<String, Object> customProperties,
    String file) {
  public Descriptor {
    owners = List.copyOf(owners);
    inputPorts = List.copyOf(inputPorts);
    outputPorts = List.copyOf(outputPorts);
    tags = List.copyOf(tags);
    customProperties = Map.copyOf(customProperties);
  }

  /**
   * Where data comes in or goes out.
   *
   * @param version of the contract, or as much of it as is written
   * @param contractId the contract of what goes through it
   */
  public record Port(String name, Optional<String> version, Optional<String> contractId) {}
}
