package dev.headgate.server.api;

import dev.headgate.model.product.Descriptor;
import java.util.List;
import java.util.Optional;

/** What a product says of itself. */
record DescriptorView(
    String id,
    Optional<String> version,
    String status,
    Optional<String> purpose,
    List<String> owners,
    List<PortView> inputPorts,
    List<PortView> outputPorts,
    List<String> tags,
    String file) {
  /** Where data comes in or goes out, and under which contract. */
  record PortView(String name, Optional<String> version, Optional<String> contractId) {
    static List<PortView> of(List<Descriptor.Port> ports) {
      return ports.stream().map(p -> new PortView(p.name(), p.version(), p.contractId())).toList();
    }
  }

  static DescriptorView of(Descriptor descriptor) {
    return new DescriptorView(
        descriptor.id(),
        descriptor.version(),
        descriptor.status(),
        descriptor.purpose(),
        descriptor.owners(),
        PortView.of(descriptor.inputPorts()),
        PortView.of(descriptor.outputPorts()),
        descriptor.tags(),
        descriptor.file());
  }
}
