package dev.headgate.definitions.descriptor;

import static dev.headgate.definitions.descriptor.OdpsVersion.V1_1_0;
import static dev.headgate.definitions.shape.Shape.Plain.FLAG;
import static dev.headgate.definitions.shape.Shape.Plain.INSTANT;
import static dev.headgate.definitions.shape.Shape.Plain.NAME;
import static dev.headgate.definitions.shape.Shape.Plain.TEXT;

import dev.headgate.definitions.bitol.ShapeBuilder;
import dev.headgate.definitions.shape.Shape;
import dev.headgate.definitions.shape.Shape.Items;
import dev.headgate.definitions.shape.Shape.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of an ODPS document, as its {@code apiVersion} has them. */
final class OdpsShapes {
  static final List<String> STATES =
      List.of("proposed", "draft", "active", "deprecated", "retired");

  private static final Map<OdpsVersion, Shape> DOCUMENTS =
      Arrays.stream(OdpsVersion.values())
          .collect(Collectors.toMap(v -> v, v -> new OdpsShapes(v).shape()));

  private final OdpsVersion version;
  private final OdpsParts parts;

  private OdpsShapes(OdpsVersion version) {
    this.version = version;
    this.parts = new OdpsParts(version);
  }

  /** The document as a whole. */
  static Shape document(OdpsVersion version) {
    return DOCUMENTS.get(version);
  }

  private boolean needsAll() {
    return !version.isAtLeast(V1_1_0);
  }

  private Shape shape() {
    ShapeBuilder document =
        new ShapeBuilder(version, "a descriptor")
            .need("apiVersion", NAME)
            .need("kind", new Words(List.of("DataProduct")))
            .need("id", NAME)
            .key("name", NAME)
            .key("version", NAME);
    if (needsAll()) {
      document.need("status", new Words(STATES));
    } else {
      document.key("status", new Words(STATES));
    }
    document
        .key("domain", NAME)
        .doc("tenant", TEXT)
        .doc("description", parts.description())
        .key("inputPorts", new Items(inputPort(), 0))
        .key("outputPorts", new Items(outputPort(), 0))
        .doc("managementPorts", new Items(managementPort(), 0))
        .doc("support", new Items(parts.support(), 0))
        .key("team", parts.team())
        .doc("productCreatedTs", INSTANT);
    return parts
        .described(document)
        .since(V1_1_0)
        .doc("type", TEXT)
        .key("deprecated", FLAG)
        .doc("synonyms", parts.synonyms())
        .doc("context", parts.context())
        .build();
  }

  private Shape inputPort() {
    ShapeBuilder port = port("an input port");
    if (needsAll()) {
      port.need("version", NAME).need("contractId", NAME);
    } else {
      port.key("version", NAME).key("contractId", NAME);
    }
    return port.build();
  }

  private Shape outputPort() {
    ShapeBuilder port = port("an output port");
    if (needsAll()) {
      port.need("version", NAME);
    } else {
      port.key("version", NAME);
    }
    return port.key("contractId", NAME)
        .doc("description", TEXT)
        .doc("type", TEXT)
        .doc("sbom", new Items(parts.materials(), 0))
        .key(
            "inputContracts",
            new Items(
                new ShapeBuilder(version, "an input contract")
                    .named("id")
                    .need("id", NAME)
                    .need("version", NAME)
                    .build(),
                0))
        .since(V1_1_0)
        .doc("synonyms", parts.synonyms())
        .doc("context", parts.context())
        .build();
  }

  private Shape managementPort() {
    return port("a management port")
        .need("content", NAME)
        .doc("type", TEXT)
        .doc("url", TEXT)
        .doc("channel", TEXT)
        .doc("description", TEXT)
        .build();
  }

  private ShapeBuilder port(String what) {
    ShapeBuilder port = parts.withId(what).named("name").need("name", NAME);
    return parts.described(port).since(V1_1_0).doc("deprecated", FLAG).sinceEver();
  }
}
