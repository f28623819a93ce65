package dev.headgate.definitions.descriptor;

import dev.headgate.definitions.bitol.Owners;
import dev.headgate.definitions.bitol.WrittenEdition;
import dev.headgate.definitions.bitol.WrittenProperties;
import dev.headgate.definitions.descriptor.DescriptorDraft.Claim;
import dev.headgate.definitions.shape.Checked;
import dev.headgate.definitions.shape.ShapeCheck;
import dev.headgate.definitions.yaml.At;
import dev.headgate.definitions.yaml.Located;
import dev.headgate.definitions.yaml.Problems;
import dev.headgate.definitions.yaml.Values;
import dev.headgate.definitions.yaml.Yaml;
import dev.headgate.model.product.Descriptor;
import dev.headgate.model.product.Descriptor.Port;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an ODPS document. */
final class DescriptorReader {
  private static final WrittenEdition<OdpsVersion> API_VERSION =
      new WrittenEdition<>("a descriptor", OdpsVersion::of, OdpsVersion.texts());

  private final Values values;

  DescriptorReader(Problems problems) {
    this.values = new Values(problems);
  }

  /** Empty where not even its version of the standard could be read. */
  Optional<DescriptorDraft> read(String file, Yaml root) {
    Optional<Checked> document = Checked.of(root);
    if (document.isEmpty()) {
      values
          .problems()
          .add(root.at(), "a descriptor: expected a mapping of ODPS, found " + root.found());
      return Optional.empty();
    }
    Checked written = document.get();
    Optional<OdpsVersion> version = API_VERSION.read(file, written, values);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    new ShapeCheck(values).check(root, OdpsShapes.document(version.get()), "", At.startOf(file));
    List<Claim> claims = new ArrayList<>();
    Descriptor descriptor = descriptor(file, written, claims);
    return Optional.of(
        new DescriptorDraft(
            descriptor, written.located("name"), written.located("domain"), claims));
  }

  private Descriptor descriptor(String file, Checked written, List<Claim> claims) {
    WrittenProperties properties = new WrittenProperties(values);
    String status = written.text("status").orElse("active");
    return new Descriptor(
        written.text("id").orElse(""),
        written.text("version"),
        written.flag("deprecated") && status.equals("active") ? "deprecated" : status,
        written.mapping("description").flatMap(d -> d.text("purpose")),
        Owners.of(written),
        ports(written, false, claims),
        ports(written, true, claims),
        written.items("tags").stream()
            .filter(t -> t instanceof Yaml.Scalar s && s.kind() == Yaml.Kind.TEXT)
            .map(t -> ((Yaml.Scalar) t).text())
            .toList(),
        properties.plain(properties.read(written)),
        file);
  }

  private List<Port> ports(Checked document, boolean output, List<Claim> claims) {
    List<Port> ports = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Checked port : document.mappings(output ? "outputPorts" : "inputPorts")) {
      Optional<Located<String>> name = port.located("name");
      if (name.isEmpty()) {
        continue;
      }
      String called = (output ? "output port " : "input port ") + Yaml.quoted(name.get().value());
      Optional<Located<String>> version = port.located("version");
      if (!taken.add(name.get().value() + "@" + version.map(Located::value).orElse(""))) {
        values
            .problems()
            .add(
                name.get().at(),
                "'name': there is another "
                    + called
                    + " of this version: expected each name and version once");
      }
      port.located("contractId")
          .ifPresent(c -> claims.add(new Claim(output, called, "contractId", c, version)));
      for (Checked needed : port.mappings("inputContracts")) {
        needed
            .located("id")
            .ifPresent(
                c -> claims.add(new Claim(false, called, "id", c, needed.located("version"))));
      }
      ports.add(new Port(name.get().value(), version.map(Located::value), port.text("contractId")));
    }
    return ports;
  }
}
