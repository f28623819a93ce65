package dev.headgate.definitions.contract;

import static dev.headgate.definitions.contract.ApiVersion.V3_0_1;
import static dev.headgate.definitions.contract.ApiVersion.V3_1_0;
import static dev.headgate.definitions.shape.Shape.Plain.ANY;
import static dev.headgate.definitions.shape.Shape.Plain.ID;
import static dev.headgate.definitions.shape.Shape.Plain.NAME;
import static dev.headgate.definitions.shape.Shape.Plain.TEXT;

import dev.headgate.definitions.bitol.ShapeBuilder;
import dev.headgate.definitions.shape.Shape;
import dev.headgate.definitions.shape.Shape.Either;
import dev.headgate.definitions.shape.Shape.Items;

/** What many parts of a contract have: links, tags, custom properties, context. */
final class CommonShapes {
  private final ApiVersion version;

  CommonShapes(ApiVersion version) {
    this.version = version;
  }

  ShapeBuilder of(String what) {
    return new ShapeBuilder(version, what);
  }

  /** With the {@code id} that most parts got in v3.1. */
  ShapeBuilder withId(String what) {
    return of(what).since(V3_1_0).doc("id", ID).since(ApiVersion.V3_0_0);
  }

  Shape tags() {
    return new Items(TEXT, 0);
  }

  Shape links() {
    return new Items(
        withId("an authoritative definition")
            .need("url", NAME)
            .need("type", NAME)
            .since(V3_1_0)
            .doc("description", TEXT)
            .build(),
        0);
  }

  Shape customProperties() {
    return new Items(
        withId("a custom property")
            .named("property")
            .need("property", NAME)
            .doc("value", ANY)
            .since(V3_1_0)
            .doc("description", TEXT)
            .build(),
        0);
  }

  /** Text for people and machines about what the data means. */
  Shape context() {
    return new Either(
        TEXT,
        of("a context")
            .doc("instructions", TEXT)
            .doc("verifiedStatements", statements("a verified statement", "question", "answer"))
            .doc("constraints", statements("a constraint", "constraint"))
            .build());
  }

  private Shape statements(String what, String needed, String... more) {
    ShapeBuilder statement = of(what).doc("id", TEXT).need(needed, NAME);
    for (String key : more) {
      statement.doc(key, TEXT);
    }
    return new Items(
        statement
            .doc("authoritativeDefinitions", links())
            .doc("tags", tags())
            .doc("customProperties", customProperties())
            .build(),
        0);
  }

  Shape roles() {
    return new Items(
        withId("a role")
            .named("role")
            .need("role", NAME)
            .doc("description", TEXT)
            .doc("access", TEXT)
            .doc("firstLevelApprovers", TEXT)
            .doc("secondLevelApprovers", TEXT)
            .since(V3_0_1)
            .doc("customProperties", customProperties())
            .build(),
        0);
  }
}
