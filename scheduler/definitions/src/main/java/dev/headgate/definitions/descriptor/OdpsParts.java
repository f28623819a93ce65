package dev.headgate.definitions.descriptor;

import static dev.headgate.definitions.descriptor.OdpsVersion.V1_1_0;
import static dev.headgate.definitions.shape.Shape.Plain.ANY;
import static dev.headgate.definitions.shape.Shape.Plain.DAY;
import static dev.headgate.definitions.shape.Shape.Plain.NAME;
import static dev.headgate.definitions.shape.Shape.Plain.TEXT;

import dev.headgate.definitions.bitol.ShapeBuilder;
import dev.headgate.definitions.shape.Shape;
import dev.headgate.definitions.shape.Shape.Items;

/** What several parts of an ODPS document have, and what is for people only. */
final class OdpsParts {
  private final OdpsVersion version;

  OdpsParts(OdpsVersion version) {
    this.version = version;
  }

  /** With the {@code id} that what is in lists got in v1.1. */
  ShapeBuilder withId(String what) {
    return new ShapeBuilder(version, what).since(V1_1_0).doc("id", TEXT).sinceEver();
  }

  /** With tags, links and custom properties. */
  ShapeBuilder described(ShapeBuilder shape) {
    return shape
        .doc("tags", new Items(NAME, 0))
        .doc("customProperties", customProperties())
        .doc("authoritativeDefinitions", links());
  }

  Shape customProperties() {
    return new Items(
        withId("a custom property")
            .named("property")
            .need("property", NAME)
            .need("value", ANY)
            .doc("description", TEXT)
            .since(V1_1_0)
            .doc("vendor", TEXT)
            .build(),
        0);
  }

  Shape links() {
    return new Items(
        withId("an authoritative definition")
            .need("url", NAME)
            .need("type", NAME)
            .doc("description", TEXT)
            .build(),
        0);
  }

  Shape description() {
    return new ShapeBuilder(version, "a description")
        .doc("purpose", TEXT)
        .doc("limitations", TEXT)
        .doc("usage", TEXT)
        .doc("authoritativeDefinitions", links())
        .doc("customProperties", customProperties())
        .build();
  }

  Shape support() {
    return described(
            withId("a support channel")
                .named("channel")
                .need("channel", NAME)
                .need("url", NAME)
                .doc("description", TEXT)
                .doc("tool", TEXT)
                .doc("scope", TEXT)
                .doc("invitationUrl", TEXT))
        .build();
  }

  Shape team() {
    Shape member =
        described(
                withId("a team member")
                    .named("username")
                    .need("username", NAME)
                    .doc("name", TEXT)
                    .doc("description", TEXT)
                    .doc("role", TEXT)
                    .doc("dateIn", DAY)
                    .doc("dateOut", DAY)
                    .doc("replacedByUsername", TEXT))
            .build();
    return described(
            new ShapeBuilder(version, "a team")
                .doc("name", TEXT)
                .doc("description", TEXT)
                .key("members", new Items(member, 0)))
        .build();
  }

  /** One list of what the software is made of. */
  Shape materials() {
    ShapeBuilder sbom = withId("an SBOM").doc("type", TEXT);
    if (version.isAtLeast(V1_1_0)) {
      sbom.doc("url", TEXT);
    } else {
      sbom.need("url", NAME);
    }
    return described(sbom.since(V1_1_0)).build();
  }

  Shape synonyms() {
    return new Items(
        withId("a synonym")
            .named("synonym")
            .need("synonym", NAME)
            .doc("description", TEXT)
            .doc("locale", TEXT)
            .doc("source", TEXT)
            .doc("status", TEXT)
            .doc("customProperties", customProperties())
            .build(),
        0);
  }

  /** Text for people and machines about what the data means. */
  Shape context() {
    return new ShapeBuilder(version, "a context")
        .doc("instructions", TEXT)
        .doc(
            "verifiedStatements",
            new Items(
                described(withId("a verified statement").need("question", NAME).doc("answer", TEXT))
                    .build(),
                0))
        .doc(
            "constraints",
            new Items(described(withId("a constraint").need("constraint", NAME)).build(), 0))
        .build();
  }
}
