package dev.headgate.definitions.contract;

import static dev.headgate.definitions.contract.ApiVersion.V3_0_0;
import static dev.headgate.definitions.contract.ApiVersion.V3_0_1;
import static dev.headgate.definitions.contract.ApiVersion.V3_0_2;
import static dev.headgate.definitions.contract.ApiVersion.V3_1_0;
import static dev.headgate.definitions.contract.ApiVersion.V3_2_0;
import static dev.headgate.definitions.shape.Shape.Plain.DAY;
import static dev.headgate.definitions.shape.Shape.Plain.INSTANT;
import static dev.headgate.definitions.shape.Shape.Plain.NAME;
import static dev.headgate.definitions.shape.Shape.Plain.NUMBER;
import static dev.headgate.definitions.shape.Shape.Plain.SINGLE;
import static dev.headgate.definitions.shape.Shape.Plain.TEXT;
import static dev.headgate.definitions.shape.Shape.Plain.VERSION;

import dev.headgate.definitions.bitol.ShapeBuilder;
import dev.headgate.definitions.shape.Shape;
import dev.headgate.definitions.shape.Shape.Either;
import dev.headgate.definitions.shape.Shape.Items;
import dev.headgate.definitions.shape.Shape.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of an ODCS document, as its {@code apiVersion} has them. */
final class OdcsShapes {
  private static final Shape STATUS = new Words(Statuses.words(), true);
  private static final Map<ApiVersion, OdcsShapes> BY_VERSION =
      Arrays.stream(ApiVersion.values()).collect(Collectors.toMap(v -> v, OdcsShapes::new));

  private final ApiVersion version;
  private final CommonShapes common;
  private final SchemaShapes schema;
  private final Shape document;

  private OdcsShapes(ApiVersion version) {
    this.version = version;
    this.common = new CommonShapes(version);
    this.schema = new SchemaShapes(version, common);
    this.document = shape();
  }

  static OdcsShapes of(ApiVersion version) {
    return BY_VERSION.get(version);
  }

  /** The document as a whole. */
  Shape document() {
    return document;
  }

  /** The keys that a quality rule may have. */
  Set<String> ruleKeys() {
    return schema.rule().fields().keySet();
  }

  private Shape shape() {
    ShapeBuilder document =
        common
            .of("a contract")
            .need("apiVersion", NAME)
            .need("kind", new Words(List.of("DataContract")))
            .need("id", NAME)
            .need("version", VERSION);
    if (version.isAtLeast(V3_2_0)) {
      document.key("status", STATUS);
    } else {
      document.need("status", STATUS);
    }
    return document
        .doc("name", TEXT)
        .doc("tenant", TEXT)
        .doc("domain", TEXT)
        .doc("dataProduct", TEXT)
        .doc("description", description())
        .doc("tags", common.tags())
        .doc("servers", new ServerShapes(version, common).servers())
        .key("schema", new Items(schema.object(), 1))
        .doc("support", support())
        .doc("price", price())
        .key("team", team())
        .doc("roles", common.roles())
        .key("slaDefaultElement", NAME)
        .key("slaProperties", new Items(serviceLevel(), 0))
        .key("customProperties", common.customProperties())
        .doc("contractCreatedTs", INSTANT)
        .since(V3_0_1)
        .doc("authoritativeDefinitions", common.links())
        .since(V3_2_0)
        .doc("context", common.context())
        .build();
  }

  private Shape description() {
    return common
        .of("a description")
        .doc("usage", TEXT)
        .doc("purpose", TEXT)
        .doc("limitations", TEXT)
        .since(V3_0_1)
        .doc("authoritativeDefinitions", common.links())
        .doc("customProperties", common.customProperties())
        .build();
  }

  private Shape support() {
    ShapeBuilder channel = common.withId("a support channel").named("channel");
    channel.need("channel", NAME);
    if (version.isAtLeast(V3_1_0)) {
      channel.doc("url", TEXT);
    } else {
      channel.need("url", NAME);
    }
    return new Items(
        channel
            .doc("description", TEXT)
            .doc("tool", TEXT)
            .doc("scope", TEXT)
            .doc("invitationUrl", TEXT)
            .since(V3_1_0)
            .doc("customProperties", common.customProperties())
            .build(),
        0);
  }

  private Shape price() {
    return common
        .withId("a price")
        .doc("priceAmount", NUMBER)
        .doc("priceCurrency", TEXT)
        .doc("priceUnit", TEXT)
        .build();
  }

  private Shape team() {
    ShapeBuilder member = common.withId("a team member").named("username");
    if (version.isAtLeast(V3_1_0)) {
      member.need("username", NAME);
    } else {
      member.doc("username", TEXT);
    }
    Shape members =
        new Items(
            member
                .doc("role", TEXT)
                .doc("dateIn", DAY)
                .doc("dateOut", DAY)
                .doc("replacedByUsername", TEXT)
                .since(V3_0_2)
                .doc("name", TEXT)
                .doc("description", TEXT)
                .since(V3_1_0)
                .doc("tags", common.tags())
                .doc("customProperties", common.customProperties())
                .doc("authoritativeDefinitions", common.links())
                .build(),
            0);
    if (!version.isAtLeast(V3_1_0)) {
      return members;
    }
    return new Either(
        members,
        common
            .withId("a team")
            .doc("name", TEXT)
            .doc("description", TEXT)
            .doc("members", members)
            .doc("tags", common.tags())
            .doc("customProperties", common.customProperties())
            .doc("authoritativeDefinitions", common.links())
            .build());
  }

  private Shape serviceLevel() {
    return common
        .withId("a service level")
        .named("property")
        .need("property", NAME)
        .need("value", SINGLE)
        .doc("valueExt", SINGLE)
        .key("unit", NAME)
        .key("element", NAME)
        .doc("driver", TEXT)
        .since(V3_1_0)
        .doc("description", TEXT)
        .doc("scheduler", TEXT)
        .doc("schedule", TEXT)
        .since(V3_0_0)
        .build();
  }
}
