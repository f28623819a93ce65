package dev.headgate.engine.plan;

import static dev.headgate.engine.plan.Differences.value;

import dev.headgate.model.product.Descriptor;
import dev.headgate.model.product.Descriptor.Port;
import dev.headgate.model.product.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The differences of what descriptors and the glossary say. */
final class DescribedDifferences {
  private DescribedDifferences() {}

  static List<String> descriptor(Descriptor before, Descriptor after) {
    List<String> details = new ArrayList<>();
    value(details, "id", before.id(), after.id());
    value(details, "version", text(before.version()), text(after.version()));
    value(details, "status", before.status(), after.status());
    value(details, "purpose", text(before.purpose()), text(after.purpose()));
    value(details, "owners", before.owners(), after.owners());
    value(details, "input ports", ports(before.inputPorts()), ports(after.inputPorts()));
    value(details, "output ports", ports(before.outputPorts()), ports(after.outputPorts()));
    value(details, "tags", before.tags(), after.tags());
    value(
        details,
        "custom properties",
        new TreeMap<>(before.customProperties()),
        new TreeMap<>(after.customProperties()));
    value(details, "file", before.file(), after.file());
    return details;
  }

  static List<String> term(Term before, Term after) {
    List<String> details = new ArrayList<>();
    value(details, "owner", before.owner(), after.owner());
    value(details, "definition", before.definition(), after.definition());
    value(details, "canonical", text(before.canonical()), text(after.canonical()));
    value(details, "column", text(before.column()), text(after.column()));
    value(details, "type", text(before.type()), text(after.type()));
    value(details, "file", before.file(), after.file());
    return details;
  }

  private static List<String> ports(List<Port> ports) {
    return ports.stream()
        .map(
            p ->
                p.name()
                    + p.version().map(v -> " " + v).orElse("")
                    + p.contractId().map(c -> " (" + c + ")").orElse(""))
        .toList();
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("none");
  }
}
